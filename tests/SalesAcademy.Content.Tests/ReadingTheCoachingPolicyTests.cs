using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Content.Tests;

public sealed class ReadingTheCoachingPolicyTests
{
    private const string File = "policies/coaching.yml";

    private const string Good =
        """
        version: 3
        notes: { remind-after: 8 h, tell-author-after: 16 h, digest: 24 h }
        quiet:
          from: "20:00"
          until: "08:00"
          days: [saturday, sunday]
        focus: 2 h

        """;

    /// <summary>Code and line reported when the text is replaced.</summary>
    public static TheoryData<string, int, string, string> Errors => new()
    {
        { "policy-contradiction", 2, "tell-author-after: 16 h", "tell-author-after: 8 h" },
        { "policy-contradiction", 5, "until: \"08:00\"", "until: \"20:00\"" },
        { "policy-contradiction", 6, "[saturday, sunday]", "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]" },
        { "field-value", 4, "from: \"20:00\"", "from: \"25:00\"" },
        { "field-value", 4, "from: \"20:00\"", "from: evening" },
        { "field-value", 6, "[saturday, sunday]", "[holiday]" },
        { "field-value", 7, "focus: 2 h", "focus: 25 h" },
        { "field-value", 2, "digest: 24 h", "digest: daily" },
        { "field-value", 7, "focus: 2 h", "readers: [hr, everybody]" },
        { "field-missing", 1, "version: 3\n", "" },
        { "field-missing", 4, "  from: \"20:00\"\n", "" },
        { "field-unknown", 2, "digest: 24 h", "readers: everybody" },
    };

    [Fact]
    public void It_says_when_notes_are_brought_up_and_when_nothing_rings()
    {
        using var content = new ContentBuilder().Text(File, Good);

        var policy = content.Good().Coaching;

        Assert.Equal((3, 8, 16, 24, 2), (policy.Version, policy.RemindAfter, policy.TellAuthorAfter, policy.DigestEvery, policy.LongestFocus));
        Assert.Equal((new TimeOnly(20, 0), new TimeOnly(8, 0)), (policy.Quiet.From, policy.Quiet.Until));
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], policy.Quiet.FreeDays);
    }

    [Fact]
    public void It_names_who_beside_the_two_reads_notes()
    {
        using var content = new ContentBuilder().Text(File, Good.Replace("focus: 2 h", "readers: [coach-manager, hr, sales-ops, admin]", StringComparison.Ordinal));

        Assert.Equal(NoteReaders.CoachManager | NoteReaders.Hr | NoteReaders.SalesOps | NoteReaders.Admin, content.Good().Coaching.Readers);
        Assert.Equal(NoteReaders.None, content.Text(File, Good).Good().Coaching.Readers);
    }

    [Fact]
    public void Without_it_nothing_is_brought_up_and_no_hour_is_quiet_and_it_needs_no_activation()
    {
        using var content = new ContentBuilder();
        var before = content.Good();

        var after = content.Text(File, Good).Good();

        Assert.Equal((0, 0, 0), (before.Coaching.RemindAfter, before.Coaching.TellAuthorAfter, before.Coaching.DigestEvery));
        Assert.False(before.Coaching.Quiet.IsQuiet(new DateTime(2026, 11, 28, 3, 0, 0, DateTimeKind.Unspecified)));
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal(before.Policies.Select(policy => policy.Path), after.Policies.Select(policy => policy.Path));
    }

    [Theory, MemberData(nameof(Errors))]
    public void A_contradiction_names_line_and_remedy(string code, int line, string old, string text)
    {
        using var content = new ContentBuilder().Text(File, Good).Replace(File, old, text);

        var problem = Assert.Single(content.Compile().Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal((code, File, line), (problem.Code, problem.File, problem.Line));
        Assert.NotEmpty(problem.Remedy);
    }
}
