namespace SalesAcademy.Domain.Shared;

/// <summary>What a person may do here; one person may hold several.</summary>
[Flags]
public enum Role
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Learns and sells.</summary>
    Rep = 1,

    /// <summary>Coaches and answers for a team.</summary>
    Manager = 2,

    /// <summary>Issues and exports certificates, keeps the people's records.</summary>
    Hr = 4,

    /// <summary>Writes courses, quizzes and rubrics.</summary>
    Author = 8,

    /// <summary>Writes policies and watches the pool.</summary>
    SalesOps = 16,

    /// <summary>Sign-in, roles, backup and health.</summary>
    Admin = 32,

    /// <summary>Agrees to sums, discounts and terms before they are offered.</summary>
    Finance = 64,
}
