using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Content.Comparing;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Courses;

public sealed class ComparingWithAnEarlierEditionTests : IDisposable
{
    private const string Closing = "courses/first-call/en/02-closing.md";
    private readonly WorkingCopy copy = new();

    [Fact]
    public async Task A_folder_is_compared_with_a_revision_with_an_exit_code_a_build_can_read()
    {
        var first = copy.Commit();
        Assert.Equal(0, await Diff("HEAD")); // nothing differs
        copy.Replace(Closing, "A purpose, a date, and who comes.", "A purpose, a date, who comes.");
        Assert.Equal(0, await Diff(first[..10], copy.Content, "--json")); // words only
        copy.Commit();
        copy.Replace("policies/leads.yml", "C: 6", "C: 7");

        Assert.Equal(3, await Diff("HEAD~1"));
        Assert.Equal("", copy.Git("diff", "--cached", "--name-only")); // and nothing in the repository changed
        Assert.Equal("M content/policies/leads.yml", copy.Git("status", "--porcelain"));
        Assert.Equal(3, await Diff(copy.Original)); // a folder does as well
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_with_a_reason()
    {
        Assert.Equal(1, await Diff("HEAD")); // no repository
        copy.Commit();
        Assert.Equal(1, await Diff("no-such-branch"));
        Assert.Equal(1, await Diff("-x")); // never taken for an option of git
        Assert.Equal(2, await copy.Run(["content", "diff"]));
        Assert.Equal(2, await Diff("HEAD", "nowhere"));
        Assert.Equal(2, await Diff("HEAD", "--people")); // no academy in the data folder
        copy.Replace(Closing, "check: check-closing", "check: nothing");
        Assert.Equal(1, await Diff("HEAD"));
    }

    [Fact]
    public async Task A_revision_before_the_folder_was_there_and_a_machine_without_git_are_told()
    {
        File.Move(Path.Combine(copy.Content, "academy.yml"), Path.Combine(copy.Content, "../aside.yml"));
        Directory.Move(copy.Content, copy.Content + "-later");
        copy.Commit();
        Directory.Move(copy.Content + "-later", copy.Content);
        File.Move(Path.Combine(copy.Content, "../aside.yml"), Path.Combine(copy.Content, "academy.yml"));

        using var tooEarly = await ContentRevision.Open(copy.Content, "HEAD", "git", TestContext.Current.CancellationToken);
        using var without = await ContentRevision.Open(copy.Content, "HEAD", "no-such-git", TestContext.Current.CancellationToken);

        Assert.Equal("At HEAD there was no content.", tooEarly.Fault);
        Assert.StartsWith("git is not installed", without.Fault, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_people_a_change_concerns_are_counted_while_the_academy_serves(Store store)
    {
        using var edited = new WorkingCopy("content");
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (done, reading, answering) = (await Reader.Join(app), await Reader.Join(app), await app.Join("Noah", Role.Rep));
        await done.Complete(Reader.Lesson);
        await reading.Report(Reader.Passages(app)[2].Id);
        var before = app.Services.GetRequiredService<Library>().Now;
        await Answer(app, answering, before.Families["process-proof-of-proposal"], before.Hash);
        await Answer(app, done.Id, before.Families["process-first-missing-proof"], before.Hash);
        await File.AppendAllTextAsync(Path.Combine(edited.Content, "courses/sales-process/en/01-stages.md"), "\nOne more passage.\n", TestContext.Current.CancellationToken);
        foreach (var locale in Locales.All)
            edited.Replace($"courses/sales-process/{locale}/quiz-check-stages.md", "{#process-proof-of-proposal competency=process", "{#process-proof-of-proposal competency=leads");
        var after = ContentCompiler.Compile(edited.Content, previous: null, TestContext.Current.CancellationToken).Catalogue!;
        var concerned = app.Services.GetRequiredService<ConcernedPeople>();

        Assert.Null(await concerned.Obstacle(TestContext.Current.CancellationToken));
        var counted = await concerned.Count(new(before.Hash, after.Hash, ContentComparison.Between(before, after)), before, after, TestContext.Current.CancellationToken);

        Assert.Equal(
            [(ChangedThing.Lesson, "sales-process/stages", new Concerned(2, 1, null)), (ChangedThing.Question, "process-proof-of-proposal", new Concerned(null, null, 1))],
            counted.Changes.Select(change => (change.Thing, change.Id, change.People!)));
        Assert.Equal(1, counted.Losing);
        if (store == Store.Sqlite)
            Assert.Equal(3, await edited.Run(["content", "diff", edited.Original, "--people"], app.DataFolder));
    }

    public void Dispose() => copy.Dispose();

    private Task<int?> Diff(params string[] arguments) => copy.Run(["content", "diff", .. arguments]);

    private static Task<Decision<Done>> Answer(AcademyApp app, Guid person, QuestionFamily family, string hash) => app.Ledger.Run<Done>(app.Clock.Act(person), entry =>
    {
        GradedAnswer[] answers = [new(family.Id, family.Competency, 1, family.Guess, Hint: false, family.Hash, app.Clock.Today)];
        entry.Record(new AttemptGraded(person, entry.NewId(), family.Course, family.Quiz, AttemptKind.Check, 1, true, answers, hash));
        return Task.FromResult<Decision<Done>>(Done.Value);
    });
}
