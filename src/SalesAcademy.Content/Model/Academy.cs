namespace SalesAcademy.Content;

/// <summary>The organisation whose academy this is, as it stands on certificates.</summary>
public sealed record Academy
{
    /// <summary>The organisation.</summary>
    public required Localised<string> Name { get; init; }

    /// <summary>The unit that teaches.</summary>
    public required Localised<string> Unit { get; init; }

    /// <summary>Who signs certificates, one or two people.</summary>
    public required IReadOnlyList<Signatory> Signatories { get; init; }

    /// <summary>Whether certificates are drawn on US Letter instead of A4.</summary>
    public bool PrintsOnLetter { get; init; }

    /// <summary>The colour of the organisation on its certificates, 0xRRGGBB; null where the designs' own is used.</summary>
    public uint? Accent { get; init; }

    /// <summary>The file of its logo, see <see cref="Catalogue.Logo"/>; null where certificates bear the academy's mark.</summary>
    public string? Logo { get; init; }

    /// <summary>IANA time zone of people who have none of their own.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The https address a certificate's code is appended to.</summary>
    public required string Verification { get; init; }

    /// <summary>SHA-256 (hex) of academy.yml.</summary>
    public required string Hash { get; init; }

    /// <summary>An academy nobody has described yet.</summary>
    public static Academy Unnamed { get; } = new()
    {
        Name = new("", ""),
        Unit = new("", ""),
        Signatories = [],
        TimeZone = "Etc/UTC",
        Verification = "",
        Hash = "",
    };
}

/// <summary>Somebody who signs certificates.</summary>
public sealed record Signatory(Localised<string> Name, Localised<string> Role);

/// <summary>Something that is measured.</summary>
/// <param name="Id">Never changes once evidence exists.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Summary">What somebody who has it does.</param>
public sealed record Competency(string Id, Localised<string> Name, Localised<string> Summary);

/// <summary>A role profile's id and name; its numbers are in the readiness policy.</summary>
public sealed record RoleName(string Id, Localised<string> Name);

/// <summary>A word of the trade and what it means, in both languages.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Term">The word the academy uses.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Also">What else people call it; who searches for one of these is shown what is said of the term.</param>
public sealed record GlossaryTerm(string Id, Localised<string> Term, Localised<string> Meaning, Localised<IReadOnlyList<string>> Also);
