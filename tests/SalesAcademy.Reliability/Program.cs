using System.Diagnostics;
using SalesAcademy.Reliability;
using SalesAcademy.Reliability.Cases;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

// dotnet run -c Release --project tests/SalesAcademy.Reliability -- CASE… | commit | all [--published]
if (args is [FaultyAcademy.Command, var fault])
{
    await FaultyAcademy.Serve(fault);
    return 0;
}

(string Name, string Promise, Func<Supplies, Task<Verdict>> Run)[] cases =
[
    ("kill", "kill -9 under load loses nothing that was acknowledged", KillCase.Run),
    ("control-ack", "an academy that acknowledges before COMMIT is caught", KillCase.RunFaulty),
    ("sync", "every acknowledgement waited for the disk", SyncCase.Run),
    ("control-sync", "an academy with synchronous=OFF is caught", SyncCase.RunFaulty),
    ("folder", "a second process on the same data folder refuses", FolderCase.Run),
    ("stop", "SIGTERM under load answers what was asked and loses nothing", StopCase.Run),
    ("locked", "a database held by another process costs a wait or a 503, never a 500", LockedCase.Run),
    ("disk-full", "a full disk is said as 503, nothing false is acknowledged, and work resumes by itself", DiskFullCase.Run),
    ("migrate", "a killed migration does not block the next start", MigrateCase.Run),
    ("backup", "a copy made under load holds every acknowledgement from before it, and serves", BackupCase.Run),
    ("postgres-twins", "two nodes start on one fresh PostgreSQL at once", PostgresTwinsCase.Run),
    ("claimants", "two hundred sellers claim fifty leads at once: one owner each, no cap exceeded, a reason for every loser", ClaimantsCase.RunSqlite),
    ("postgres-claimants", "the same on PostgreSQL behind two processes", ClaimantsCase.RunPostgres),
    ("postgres-restart", "PostgreSQL restarted under load loses nothing and nobody sees an error", PostgresRestartCase.Run),
    ("notes-short", "notes through cuts and a kill -9: none lost, none twice, in order", NotesCase.RunShort),
    ("notes", "ten thousand notes through cuts and kills at two nodes on PostgreSQL and Redis", NotesCase.Run),
    ("control-notes", "a relay that drops one in a hundred and a fetch that repeats are caught", NotesCase.RunFaulty),
    ("reconnect", "a thousand pages are back after kill -9 and lack nothing", ReconnectCase.Run),
    ("redis", "Redis lost costs a second, never a note", RedisCase.Run),
    ("redis-apart", "two academies on one Redis hear nothing of each other", RedisApartCase.Run),
    ("slow", "a page that reads nothing is dropped and holds nobody up", SlowCase.Run),
];
string[] everyCommit = ["kill", "control-ack", "folder", "notes-short"];

var named = args switch
{
    ["all", ..] => cases,
    ["commit", ..] => [.. cases.Where(c => everyCommit.Contains(c.Name))],
    _ => [.. cases.Where(c => args.Contains(c.Name))],
};
if (named.Length == 0)
{
    Console.WriteLine("Name cases, or commit (those of every commit), or all; they run on the build as it stands, or with --published as it is deployed:");
    foreach (var (name, promise, _) in cases)
        Console.WriteLine($"  {name,-18} {promise}");
    return 2;
}

using var supplies = new Supplies(rounds: args is ["commit", ..] ? 2 : 5, publish: args.Contains("--published"));
var verdicts = new List<Verdict>();
foreach (var (name, promise, run) in named)
{
    Console.WriteLine($"\n{name}: {promise}");
    var started = Stopwatch.GetTimestamp();
    var verdict = await Verdict.Of(() => run(supplies));
    verdicts.Add(verdict);
    Console.WriteLine($"{verdict.Word} {name} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, machine load {Machine.Load:0}) {verdict.Figures}");
}

Console.WriteLine($"\n{verdicts.Count(v => v.Passed == true)} passed, {verdicts.Count(v => v.Passed == false)} failed, {verdicts.Count(v => v.Passed is null)} skipped");
return verdicts.Any(v => v.Passed == false) ? 1 : 0;
