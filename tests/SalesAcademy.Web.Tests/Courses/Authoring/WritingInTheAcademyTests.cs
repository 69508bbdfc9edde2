using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Authoring;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>Journey 4 without git: a lesson is written in the academy, looked at by a second person, and stands in the same file.</summary>
public sealed class WritingInTheAcademyTests : IDisposable
{
    private const string Path = "courses/sales-process/en/01-stages.md", Url = "/authoring/sales-process/en/01-stages", Said = "A stage is a promise the buyer has made.";

    private readonly WorkingCopy copy = new("content");

    private string Full => System.IO.Path.Combine(copy.Content, Path);

    private Dictionary<string, string?> Settings => new() { ["Academy:Content"] = copy.Content };

    private string Standing => File.ReadAllText(Full);

    private string Edited => $"{Standing}\n{Said}\n";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_draft_is_saved_looked_at_by_somebody_else_and_taught_with_a_clean_commit(Store store)
    {
        copy.Commit();
        await using var app = new AcademyApp(store, Settings, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));

        await author.Submit(Url, ("text", Edited), ("version", "0"), ("beganFrom", HashNow()));
        Assert.DoesNotContain(Said, Standing, StringComparison.Ordinal);
        Assert.Contains("Being written", await other.Open("/authoring"), StringComparison.Ordinal);
        Assert.Contains("Hannah is writing this page", await other.Open(Url), StringComparison.Ordinal);
        await author.Submit($"{Url}/submission", ("version", "1"));
        Assert.Contains($"“{app.Services.GetRequiredService<DraftBook>().TitleOf(Path)}” waits for your eyes", WebUtility.HtmlDecode(await other.Open("/")), StringComparison.Ordinal);
        Assert.Contains("Somebody else must look at your draft.", await Refused(author, "publication", ("version", "2")), StringComparison.Ordinal);
        var published = await other.Submit($"{Url}/publication", ("version", "2"));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.EndsWith($"\n{Said}\n", Standing, StringComparison.Ordinal);
        Assert.Contains(Said, await author.Open(Reader.Url), StringComparison.Ordinal);
        var versions = WebUtility.HtmlDecode(await author.Open($"{Url}/versions"));
        Assert.Contains("<th scope=\"row\">Hannah</th><td>何敏</td>", versions, StringComparison.Ordinal);
        Assert.Contains("何敏 looked at it last, on", versions, StringComparison.Ordinal);
        Assert.Equal("Hannah|何敏", copy.Git("show", "--no-patch", "--format=%an|%cn", "HEAD"));
        Assert.Equal($"content/{Path}", copy.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal(["draft-submitted", "draft-published"], (await app.Events()).Select(happened => happened.Type).Where(type => type.StartsWith("draft-", StringComparison.Ordinal)));
        Assert.DoesNotContain("Being written", await author.Open("/authoring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_goes_with_every_answer_and_whoever_it_waits_for_is_told()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, admin) = (await Author(app, "Hannah"), await app.SignIn(await app.Join("Priya", Role.Admin)));
        var before = Standing;
        copy.Commit();

        await author.Submit($"{Url}/submission", ("text", Edited), ("version", "0"), ("beganFrom", HashNow()));
        Assert.Contains($"{Said}\n</textarea>", WebUtility.HtmlDecode(await admin.Open(Url)), StringComparison.Ordinal);
        var home = WebUtility.HtmlDecode(await admin.Open("/"));
        Assert.Contains("waits for your eyes", home, StringComparison.Ordinal);
        Assert.Contains("href=\"/authoring\"", home, StringComparison.Ordinal);
        foreach (var answer in (string[])["publication", "return"])
            Assert.Contains("nobody has seen that", await Refused(admin, answer, ("text", Edited + "Theirs.\n"), ("version", "2"), ("wish", "Shorter.")), StringComparison.Ordinal);
        Assert.Equal(before, Standing);

        await admin.Submit($"{Url}/return", ("text", Edited.Replace("\n", "\r\n", StringComparison.Ordinal)), ("version", "2"), ("wish", "Shorter."));

        var back = WebUtility.HtmlDecode(await author.Open("/"));
        Assert.Contains("came back to you", back, StringComparison.Ordinal);
        Assert.Contains("Priya: Shorter.", back, StringComparison.Ordinal);
        Assert.DoesNotContain("came back to you", await admin.Open("/"), StringComparison.Ordinal);

        await admin.Submit($"{Url}/submission", ("text", Edited + "Theirs.\n"), ("version", "3"));
        var third = await app.Join("何敏", Role.Author);
        Assert.Contains("Somebody else must look at your draft.", await Refused(author, "publication", ("version", "5")), StringComparison.Ordinal);
        await (await app.SignIn(third)).Submit($"{Url}/publication", ("version", "5"));
        Assert.Equal("Priya|何敏|Hannah", copy.Git("show", "--no-patch", "--format=%an|%cn|%(trailers:key=Co-authored-by,valueonly)", "HEAD").Split(" <")[0]);
        Assert.Contains(Said, Standing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_one_page_are_told_and_neither_text_is_lost()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (one, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));
        await one.Submit(Url, ("text", Edited), ("version", "0"), ("beganFrom", HashNow()));
        await other.Submit(Url, ("text", Edited + "Theirs.\n"), ("version", "1"), ("beganFrom", HashNow()));

        var refused = await Refused(one, "", ("text", Edited + "Mine.\n"), ("version", "1"), ("beganFrom", HashNow()));

        Assert.Contains("Somebody has saved this draft since you opened it.", refused, StringComparison.Ordinal);
        Assert.Contains("何敏 has saved this draft in the meantime", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        Assert.Contains("Mine.\n</textarea>", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        Assert.Matches("<del>.*Theirs\\.</code></del>", refused);
        Assert.Contains("name=\"version\" value=\"2\"", refused, StringComparison.Ordinal); // saving once more is meant
    }

    [Fact]
    public async Task A_file_that_changed_since_is_not_written_over_until_somebody_has_looked()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));
        var edited = Edited;
        await author.Submit(Url, ("text", edited), ("version", "0"), ("beganFrom", HashNow()));
        await author.Submit($"{Url}/submission", ("version", "1"));
        File.AppendAllText(Full, "\nWritten with git meanwhile.\n");

        var refused = await Refused(other, "publication", ("version", "2"));
        Assert.Contains("The file has changed since the draft began.", refused, StringComparison.Ordinal);
        Assert.Matches("<del>.*Written with git meanwhile\\.</code></del>", refused);
        Assert.Contains("Written with git meanwhile.", Standing, StringComparison.Ordinal);
        await author.Submit($"{Url}/beginning", ("version", "2"), ("hash", HashNow()));
        await other.Submit($"{Url}/publication", ("version", "3"));

        Assert.Equal(edited, Standing);
    }

    [Fact]
    public async Task A_mistake_is_named_with_its_line_while_writing_and_is_not_handed_in()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));
        var wrong = Standing + "\n[a way out](javascript:alert(1))\n";

        var checkedText = await (await author.Submit($"{Url}/check", ("text", wrong))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await author.Submit(Url, ("text", wrong), ("version", "0"), ("beganFrom", HashNow()));
        var refused = await Refused(author, "submission", ("version", "1"));
        await author.Submit(Url, ("text", Edited), ("version", "1"), ("beganFrom", HashNow()));
        await author.Submit($"{Url}/submission", ("version", "2"));
        await other.Submit($"{Url}/return", ("version", "3"), ("wish", "Say <i>who</i> promises."));

        Assert.Contains($"data-line=\"{wrong.Split('\n').Length - 1}\"", checkedText, StringComparison.Ordinal);
        Assert.Contains("The draft has errors.", refused, StringComparison.Ordinal);
        Assert.Contains("Say &lt;i&gt;who", await author.Open(Url), StringComparison.Ordinal);
        Assert.Contains("The draft has not been handed in.", await Refused(other, "publication", ("version", "4")), StringComparison.Ordinal);
        await author.Submit($"{Url}/removal", ("version", "4"));
        Assert.DoesNotContain(Said, await author.Open(Url), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/authoring/sales-process/en/..%2F..%2F..%2Fpolicies%2Fleads")]
    [InlineData("/authoring/..%2Fpolicies/en/leads")]
    [InlineData("/authoring/sales-process/en/none")]
    [InlineData("/authoring/sales-process/fr/01-stages")]
    public async Task Nothing_else_is_written_here(string url)
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");

        Assert.Equal(HttpStatusCode.NotFound, (await author.Get(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Submit(url, ("text", "x"), ("version", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Submit($"{url}/publication", ("version", "1"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_writes_alone_may_let_their_own_draft_pass()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");
        await author.Submit(Url, ("text", Edited), ("version", "0"), ("beganFrom", HashNow()));
        await author.Submit($"{Url}/submission", ("version", "1"));

        await author.Submit($"{Url}/publication", ("version", "2"));

        Assert.Contains(Said, Standing, StringComparison.Ordinal);
    }

    public void Dispose() => copy.Dispose();

    private string HashNow() => ContentEditing.Read(copy.Content, Path)!.Hash;

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));

    private static async Task<string> Refused(Browser browser, string step, params (string Name, string Value)[] fields)
    {
        var answer = await browser.Submit(step.Length == 0 ? Url : $"{Url}/{step}", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
