using System.Globalization;
using System.Text.Json;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Reliability.Learning;

/// <summary>Holds the database to what the server has acknowledged and to the laws of an attempt.</summary>
internal sealed class Judge
{
    private readonly List<string> faults = [];
    private readonly Snapshot found;

    /// <param name="found">The database.</param>
    /// <param name="acknowledged">Lines of the log that it must hold.</param>
    /// <param name="keys">Every key that was sent, acknowledged or not.</param>
    public Judge(Snapshot found, IReadOnlyList<string[]> acknowledged, IReadOnlyCollection<string> keys)
    {
        this.found = found;
        foreach (var line in acknowledged.Where(line => !IsKept(line)))
        {
            Missing++;
            faults.Add($"acknowledged but not kept: {string.Join(' ', line)}");
        }

        Attempts();
        Keys(keys);
        Expect(EventTrunk.FirstBroken(found.Events) is null, "the chain of events is broken");
        Expect(found.Head.Sequence == found.Events.Count && found.Head.Hash == (found.Events is [.., var last] ? last.Hash : EventTrunk.Root), "the head of the trunk is not its last event");
        Expect(found.Integrity == "ok", $"integrity_check: {found.Integrity}");
    }

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Acknowledged lines whose effect is not in the database.</summary>
    public int Missing { get; private set; }

    private bool IsKept(string[] line)
    {
        var attempt = Guid.Parse(line[1]);
        return line[0] switch
        {
            "started" => found.Attempts.ContainsKey(attempt) && IsDone(line[2], attempt),
            "submitted" => found.Attempts.GetValueOrDefault(attempt)?.FinishedAt is not null && IsDone(line[2], attempt),
            _ => Holds(attempt, Number(line[2]), long.Parse(line[3], CultureInfo.InvariantCulture), Places.Read(line[4])),
        };
    }

    private bool IsDone(string key, Guid attempt) => found.Done[key].Any(done => JsonSerializer.Deserialize<Guid>(done) == attempt);

    // A later answer may have replaced it; its own sequence must have its own choice.
    private bool Holds(Guid attempt, int number, long sequence, int[] places)
    {
        if (found.Answers[(attempt, number)].ToList() is not [var row] || row.ClientSequence < sequence || found.Questions[attempt].SingleOrDefault(question => question.Position == number) is not { } asked)
            return false;
        var order = Places.Read(asked.Options);
        return row.ClientSequence > sequence || row.Response == Places.Write(places.Select(place => order[place]).Order());
    }

    // An ended attempt has its score, its one event and its evidence; an open one has none of them.
    private void Attempts()
    {
        var graded = Events<AttemptGraded>().ToLookup(e => e.Attempt);
        foreach (var attempt in found.Attempts.Values)
        {
            var whole = attempt.FinishedAt is null
                ? attempt is { Score: null, Passed: null } && !graded[attempt.Id].Any()
                : graded[attempt.Id].ToList() is [var said] && said.Score.Equals(attempt.Score) && said.Passed == attempt.Passed
                    && said.Subject == attempt.Person && said.Answers.Count == attempt.Questions;
            Expect(whole && found.Questions[attempt.Id].Count() == attempt.Questions, $"attempt {attempt.Id} is half made or half graded");
        }

        foreach (var person in Events<AttemptGraded>().GroupBy(e => e.Subject))
            Expect(found.Evidence.GetValueOrDefault(person.Key) == person.Sum(e => e.Answers.Count), $"the evidence of {person.Key} is not that of the graded attempts");
    }

    private void Keys(IReadOnlyCollection<string> sent)
    {
        foreach (var key in sent.Where(key => found.Done[key].Count() > 1))
            faults.Add($"key {key} was done more than once");
        var begun = sent.SelectMany(key => found.Done[key]).Select(done => JsonSerializer.Deserialize<Guid>(done)).ToHashSet();
        foreach (var attempt in Events<AttemptStarted>().GroupBy(e => e.Attempt))
            Expect(attempt.Count() == 1 && begun.Contains(attempt.Key), $"attempt {attempt.Key} was begun more than once, or under no key");
    }

    private IEnumerable<T> Events<T>() => found.Events.Where(row => row.Type == EventTrunk.NameOf(typeof(T))).Select(EventTrunk.Read).OfType<T>();

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
            faults.Add(otherwise);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
