using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Reliability.Learning;

/// <summary>Holds the database, read by SQLite itself and never written, to what the server has acknowledged and to the laws of an attempt.</summary>
internal sealed class Judge
{
    private readonly List<string> faults = [];

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Acknowledged lines whose effect is not in the database.</summary>
    public int Missing { get; private set; }

    public static async Task<Judge> Read(string data, Acknowledgements log, IEnumerable<Learner> learners)
    {
        var judge = new Judge();
        var options = new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite($"Data Source={Path.Combine(data, "academy.db")};Mode=ReadOnly;Pooling=False").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        await using var db = new SqliteAcademyDb(options.Options);
        var attempts = await db.Set<AttemptRow>().ToDictionaryAsync(a => a.Id);
        var answers = await db.Set<AttemptAnswerRow>().ToListAsync();
        var questions = await db.Set<AttemptQuestionRow>().ToListAsync();
        var events = await db.Set<EventRow>().OrderBy(e => e.Sequence).ToListAsync();
        var head = await db.Set<TrunkHeadRow>().SingleAsync();
        judge.Promises(log.Read(), attempts, answers.ToLookup(a => (a.Attempt, a.Position)), questions.ToDictionary(q => (q.Attempt, q.Position)));
        judge.Grades(attempts.Values, questions.ToLookup(q => q.Attempt), events);
        judge.Keys(events, learners.Sum(l => l.Keys.Count));
        judge.Expect(EventTrunk.FirstBroken(events) is null, "the chain of events is broken");
        judge.Expect(head.Sequence == events.Count && head.Hash == (events.LastOrDefault()?.Hash ?? EventTrunk.Root), "the head of the trunk is not its last event");
        judge.Expect(Integrity(db) == "ok", "integrity_check is not ok");
        return judge;
    }

    private void Promises(IReadOnlyList<string[]> lines, Dictionary<Guid, AttemptRow> attempts, ILookup<(Guid, int), AttemptAnswerRow> answers, Dictionary<(Guid, int), AttemptQuestionRow> questions)
    {
        var byKey = new Dictionary<string, Guid>();
        foreach (var line in lines)
        {
            var attempt = Guid.Parse(line[1]);
            var kept = line[0] switch
            {
                "started" => attempts.ContainsKey(attempt) && byKey.TryAdd(line[2], attempt) | byKey[line[2]] == attempt,
                "submitted" => attempts.GetValueOrDefault(attempt)?.FinishedAt is not null,
                _ => Holds(answers[(attempt, Number(line[2]))].ToList(), long.Parse(line[3], CultureInfo.InvariantCulture), Places.Read(line[4]), questions.GetValueOrDefault((attempt, Number(line[2])))),
            };
            if (kept)
                continue;
            Missing++;
            faults.Add($"acknowledged but not kept: {string.Join(' ', line)}");
        }
    }

    // A later answer may have replaced it; its own sequence must have its own choice.
    private static bool Holds(List<AttemptAnswerRow> rows, long sequence, int[] places, AttemptQuestionRow? asked)
    {
        if (rows is not [var row] || asked is null || row.ClientSequence < sequence)
            return false;
        var order = Places.Read(asked.Options);
        return row.ClientSequence > sequence || row.Choice == Places.Write(places.Select(place => order[place]).Order());
    }

    private void Grades(IEnumerable<AttemptRow> attempts, ILookup<Guid, AttemptQuestionRow> questions, List<EventRow> events)
    {
        var graded = events.Where(e => e.Type == EventTrunk.NameOf(typeof(AttemptGraded))).Select(e => (AttemptGraded)EventTrunk.Read(e)).ToLookup(e => e.Attempt);
        foreach (var attempt in attempts)
        {
            var whole = attempt.FinishedAt is null
                ? attempt is { Score: null, Passed: null } && !graded[attempt.Id].Any()
                : graded[attempt.Id].ToList() is [var said] && said.Score.Equals(attempt.Score) && said.Passed == attempt.Passed
                    && said.Subject == attempt.Person && said.Answers.Count == attempt.Questions;
            Expect(whole && questions[attempt.Id].Count() == attempt.Questions, $"attempt {attempt.Id} is half made or half graded");
        }
    }

    private void Keys(List<EventRow> events, int sent)
    {
        var started = events.Where(e => e.Type == EventTrunk.NameOf(typeof(AttemptStarted))).Select(e => ((AttemptStarted)EventTrunk.Read(e)).Attempt).ToList();
        Expect(started.Distinct().Count() == started.Count, "an attempt was started twice");
        Expect(started.Count <= sent, $"{started.Count} attempts of {sent} keys");
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
            faults.Add(otherwise);
    }

    private static string Integrity(SqliteAcademyDb db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!; // the pragma always answers
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
