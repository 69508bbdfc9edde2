using System.Globalization;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads policies/coaching.yml into the records of Domain and names its contradictions.</summary>
internal static class CoachingPolicyReader
{
    private const int MostHours = 24 * 20;

    private static readonly Dictionary<string, NoteReaders> Readers = new(StringComparer.Ordinal)
    {
        ["coach-manager"] = NoteReaders.CoachManager,
        ["hr"] = NoteReaders.Hr,
        ["sales-ops"] = NoteReaders.SalesOps,
        ["admin"] = NoteReaders.Admin,
    };

    private static readonly DayOfWeek[] Week = Enum.GetValues<DayOfWeek>();

    public static object Read(YamlFile file)
    {
        var fields = file.Fields();
        fields.Take("version", required: true);
        var version = fields.Whole("version", 1, 1, int.MaxValue);
        var notes = fields.Map("notes");
        var policy = new CoachingPolicy
        {
            Version = version,
            RemindAfter = Hours(notes, "remind-after", 0),
            TellAuthorAfter = Hours(notes, "tell-author-after", 0),
            DigestEvery = Hours(notes, "digest", 0),
            Quiet = fields.Has("quiet") ? Quiet(fields.Map("quiet")) : QuietHours.None,
            Readers = fields.Has("readers") ? fields.Ids("readers").Aggregate(NoteReaders.None, (all, word) => all | Reader(fields, word)) : NoteReaders.None,
            LongestFocus = Hours(fields, "focus", CoachingPolicy.None.LongestFocus),
        };
        notes.Finish();
        var snippets = fields.Has("snippets") ? fields.List("snippets").Select(node => Snippet(Fields.Of(node, file.Problems))).ToArray() : [];
        fields.Finish();
        foreach (var twin in snippets.GroupBy(snippet => snippet.Id, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
            file.Problems.Error(fields.LineOf("snippets"), "snippet-twice", twin.Key);
        if (policy.TellAuthorAfter > 0 && policy.TellAuthorAfter <= policy.RemindAfter)
            file.Problems.Error(notes.LineOf("tell-author-after"), "policy-contradiction.notes");
        if (policy.LongestFocus > 24)
            fields.Wrong("focus", 0, "expected.focus");
        return new CoachingDocument(policy, snippets);
    }

    private static NoteReaders Reader(Fields fields, string word) =>
        Readers.TryGetValue(word, out var reader) ? reader : fields.Wrong("readers", NoteReaders.None, "expected.some", string.Join(", ", Readers.Keys));

    private static NoteSnippet Snippet(Fields fields)
    {
        var snippet = new NoteSnippet(fields.Id("id"), fields.Words("name"), fields.Words("text"));
        fields.Finish();
        return snippet;
    }

    private static int Hours(Fields fields, string key, int standard) =>
        fields.Hours(key, standard) is var hours && hours <= MostHours ? hours : fields.Wrong(key, standard, "expected.most-hours", MostHours);

    private static QuietHours Quiet(Fields fields)
    {
        var (from, until) = (Time(fields, "from"), Time(fields, "until"));
        var days = fields.Has("days") ? fields.Ids("days").Select(word => Day(fields, word)).OfType<DayOfWeek>().Distinct().ToArray() : [];
        fields.Finish();
        if (fields.Has("from") && fields.Has("until") && from == until)
            fields.Problems.Error(fields.LineOf("until"), "policy-contradiction.quiet-hours");
        if (days.Length == Week.Length)
            fields.Problems.Error(fields.LineOf("days"), "policy-contradiction.quiet-days");
        return new QuietHours(from, until, days);
    }

    private static TimeOnly Time(Fields fields, string key)
    {
        if (fields.Text(key) is not { Length: > 0 } text)
            return default;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : fields.Wrong(key, time, "expected.time");
    }

    private static DayOfWeek? Day(Fields fields, string word)
    {
        var at = Array.FindIndex(Week, day => string.Equals(day.ToString(), word, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? Week[at] : fields.Wrong<DayOfWeek?>("days", null, "expected.weekdays");
    }
}
