namespace SalesAcademy.Domain.Readiness;

/// <summary>Something still missing for a tier, with what is there and what is needed, so that a page can say it in words (model.md section 5).</summary>
public abstract record Gate
{
    private Gate()
    {
    }

    /// <summary>Whether the tier is lost at once when this fails, and not only not entered.</summary>
    public bool Hard => this is Inactive or OnHold or Certification or Course;

    /// <summary>The seller is not active.</summary>
    public sealed record Inactive : Gate;

    /// <summary>Somebody has put a hold on the seller.</summary>
    public sealed record OnHold : Gate;

    /// <summary>A certification is not valid today.</summary>
    public sealed record Certification(string Id) : Gate;

    /// <summary>A mandatory course version is neither done nor in grace.</summary>
    public sealed record Course(string Id) : Gate;

    /// <summary>Too few question families answered.</summary>
    public sealed record Families(string Competency, int Answered, int Needed) : Gate;

    /// <summary>Too few observations in the window.</summary>
    public sealed record Observations(string Competency, int Made, int Needed) : Gate;

    /// <summary>Too few different raters in the window.</summary>
    public sealed record Raters(string Competency, int Heard, int Needed) : Gate;

    /// <summary>A critical competency lies too far under the tier's threshold; values 0..1.</summary>
    public sealed record Critical(string Competency, double Reached, double Needed) : Gate;

    /// <summary>The low end of readiness lies under the tier's threshold; values 0..1.</summary>
    public sealed record Score(double Low, double Needed) : Gate;
}
