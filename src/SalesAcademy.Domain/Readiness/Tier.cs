namespace SalesAcademy.Domain.Readiness;

/// <summary>What a seller may be trusted with, from shadowing a colleague to enterprise leads (model.md section 5). The number is the rank k.</summary>
public enum Tier
{
    /// <summary>Listens in; owns no leads.</summary>
    Shadow = 0,

    /// <summary>Small and simple leads.</summary>
    C = 1,

    /// <summary>Regular leads.</summary>
    B = 2,

    /// <summary>Large leads.</summary>
    A = 3,

    /// <summary>Enterprise leads.</summary>
    Enterprise = 4,
}
