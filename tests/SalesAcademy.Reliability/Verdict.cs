namespace SalesAcademy.Reliability;

/// <summary>What a case found.</summary>
/// <param name="Passed">Whether the promise held; null when this machine cannot show it.</param>
/// <param name="Figures">What was measured, or what is missing.</param>
internal sealed record Verdict(bool? Passed, string Figures)
{
    private const int MostShown = 8;

    public string Word => Passed switch { true => "PASS", false => "FAIL", null => "NOT RUN" };

    public static Verdict NotRun(string why) => new(null, $"because {why}");

    /// <summary>Passed when there are no faults; the first few are printed.</summary>
    public static Verdict From(IReadOnlyCollection<string> faults, string figures)
    {
        foreach (var fault in faults.Take(MostShown))
            Console.WriteLine($"  fault: {fault}");
        return new Verdict(faults.Count == 0, faults.Count > 0 ? $"{figures}; {faults.Count} faults" : figures);
    }

    // A case that breaks has not shown its promise: it failed, and the next still runs.
    public static async Task<Verdict> Of(Func<Task<Verdict>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e)
        {
            return new Verdict(false, e.ToString());
        }
    }
}
