using SalesAcademy.Benchmarks;
using SalesAcademy.Benchmarks.Bare;
using SalesAcademy.Benchmarks.Cases;
using SalesAcademy.Running;

// dotnet run -c Release --project tests/SalesAcademy.Benchmarks -- CASE… | all [--reps N] [--leads M] [--data FOLDER | --grow]
(string Name, string Question, Func<Site, Task<IReadOnlyList<string>>> Run)[] cases =
[
    ("lesson", "a signed-in lesson page against a bare view of the same bytes", LessonCase.Run),
    ("answers-ledger", "durable answers at the ledger against bare group commits", AnswersLedgerCase.Run),
    ("answers-http", "durable answers over HTTP against bare group commits behind a minimal endpoint", AnswersHttpCase.Run),
    ("attempts", "whole attempts over HTTP against as many bare pages and commits", AttemptsCase.Run),
    ("content", "a thousand courses and ten thousand lessons: compiled cold, one changed, searched, against bare Markdig", ContentCase.Run),
    ("compile", "ten thousand questions compiled, against their files turned into HTML", CompileCase.Run),
    ("decisions", "leads replayed in memory over 1,000, 10,000 and 100,000 sellers (--leads)", DecisionsCase.Run),
    ("readiness", "the readiness of a whole generated organisation (--reps, --leads; --grow)", ReadinessCase.Run),
    ("live", "a lead given to somebody in a generated organisation against a bare commit (--reps, --leads; --grow)", LiveCase.Run),
    ("whynot", "the page that says why not me in a generated organisation (--reps, --leads)", WhyNotCase.Run),
    ("coaching", "a note from post to text, and pages that are open, against bare SignalR, commit and page", CoachingCase.Run),
    ("certificates", "two thousand new certificates drawn, stored and exported, against bare SkiaSharp", CertificatesCase.Run),
    ("start", "the second start of a seeded folder, and memory after a journey", StartCase.Run),
];
if (args is ["bare"])
    return await BareSite.Serve();
var named = args is ["all", ..] ? cases : [.. cases.Where(c => args.Contains(c.Name))];
if (named.Length == 0)
{
    Console.WriteLine("Name cases, or all:");
    foreach (var (name, question, _) in cases)
        Console.WriteLine($"  {name,-15} {question}");
    return 2;
}

Console.WriteLine($"{Environment.ProcessorCount} cores, machine load {Machine.Load}");
using var site = new Site();
var results = new List<string>();
foreach (var (name, question, run) in named)
{
    Console.WriteLine($"\n{name}: {question}");
    var lines = await run(site);
    foreach (var line in lines)
        Console.WriteLine($"  {line}");
    results.AddRange(lines.Select(line => $"{name,-15} {line}"));
}

Console.WriteLine();
results.ForEach(Console.WriteLine);
return 0;
