namespace SalesAcademy.Content.Statistics;

/// <summary>What an academy holds, counted, so that its authors see where it is thin.</summary>
public sealed record AcademyStatistics
{
    /// <summary>The edition that was counted.</summary>
    public required string Hash { get; init; }

    /// <summary>The courses in catalogue order.</summary>
    public required IReadOnlyList<CourseCount> Courses { get; init; }

    /// <summary>What is measured, in file order.</summary>
    public required IReadOnlyList<CompetencyCount> Competencies { get; init; }

    /// <summary>What each role must be able to show before it enters a tier, beside what there is to show it with; roles and competencies in id order.</summary>
    public required IReadOnlyList<EntryCoverage> Coverage { get; init; }

    /// <summary>Rubrics, those that only judge answers included.</summary>
    public required int Rubrics { get; init; }

    /// <summary>Rubrics that scorecards are made of.</summary>
    public required int Scorecards { get; init; }

    /// <summary>Certifications.</summary>
    public required int Certifications { get; init; }

    /// <summary>Learning paths.</summary>
    public required int Paths { get; init; }

    /// <summary>Terms of the glossary.</summary>
    public required int Terms { get; init; }

    /// <summary>Counts a catalogue.</summary>
    public static AcademyStatistics Of(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new()
        {
            Hash = catalogue.Hash,
            Courses = [.. catalogue.Courses.Select(CourseCount.Of)],
            Competencies = [.. catalogue.Competencies.Select(competency => CompetencyCount.Of(catalogue, competency.Id))],
            Coverage = EntryCoverage.Of(catalogue),
            Rubrics = catalogue.Rubrics.Count,
            Scorecards = catalogue.Scorecards.Count,
            Certifications = catalogue.Certifications.Count,
            Paths = catalogue.Paths.Count,
            Terms = catalogue.Glossary.Count,
        };
    }
}
