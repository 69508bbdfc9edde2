using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>A thousand pages, and the node is killed: all are back soon, not all at once, and lack nothing that was written meanwhile.</summary>
internal static class ReconnectCase
{
    private const int Readers = 100;
    private const int PagesEach = 10;
    private const long MostMemory = 300L * 1024 * 1024;
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(15);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        await using var lessons = await Lessons.Open(supplies.Product, Readers, pagesEach: PagesEach);
        for (var reader = 0; reader < Readers; reader++)
            await lessons.Send(reader);
        lessons.Kill(0);
        var written = Enumerable.Range(0, Readers).Select(lessons.Send).ToList(); // sent again and again until somebody answers
        await lessons.Start(0);
        var ready = Environment.TickCount64;
        var back = await lessons.AllBack(Machine.Patience);
        await Task.WhenAll(written);
        var faults = await lessons.Judge(PagesEach);
        var busiest = lessons.Cable.Came.Where(came => came >= ready).GroupBy(came => (came - ready) / 1000).Select(second => second.Count()).DefaultIfEmpty().Max();
        var memory = lessons.Nodes[0].Resident();
        if (back is null || (back > Back && !Machine.IsBusy))
            faults.Add($"all were back after {back?.TotalSeconds:0.0} s");
        if (memory > MostMemory)
            faults.Add($"{memory / 1024 / 1024} MB");
        return Verdict.From(faults, $"{Readers * PagesEach} pages back within {back?.TotalSeconds:0.0} s of ready, at most {busiest} connections a second (fetches among them), {memory / 1024 / 1024} MB{Machine.Note}");
    }
}
