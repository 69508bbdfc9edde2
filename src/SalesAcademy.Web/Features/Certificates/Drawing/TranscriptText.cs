using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Everything that a transcript says, in one language: the drawing looks nothing up.</summary>
internal sealed record TranscriptText
{
    public required CertificateLanguage Language { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The organisation's logo; null where the mark stands instead.</summary>
    public OrganisationLogo? Logo { get; init; }

    public required string Title { get; init; }

    /// <summary>As its owner writes it, and beside it in Latin letters where there is such a name.</summary>
    public required string Name { get; init; }

    /// <summary>Team, first day of work, hours: short lines under the name.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>As of when, from which records; at the foot of every page.</summary>
    public required string Basis { get; init; }

    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<TranscriptTable> Tables { get; init; }

    /// <summary>Page 1 of 2, in the language of the rest.</summary>
    public required Func<int, int, string> PageOf { get; init; }
}

/// <summary>A table of a transcript.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Columns">What stands above each column, and its share of the width.</param>
/// <param name="Rows">As many cells as columns.</param>
/// <param name="Nothing">What is said where there is no row.</param>
internal sealed record TranscriptTable(string Heading, IReadOnlyList<(string Heading, double Share)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Nothing);
