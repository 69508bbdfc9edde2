using System.Net;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>Terms are written in the academy like lessons, in the one file that holds them.</summary>
public sealed class WritingTheGlossaryTests : IDisposable
{
    private const string Url = "/authoring/glossary";
    private const string Term = "- id: callback\n  en: { term: Callback, meaning: A call the buyer has asked for. }\n  zh-Hans: { term: 回电, meaning: 客户主动约的电话。 }\n";

    private readonly WorkingCopy copy = new("content");

    private string Full => Path.Combine(copy.Content, "glossary.yml");

    private Dictionary<string, string?> Settings => new() { ["Academy:Content"] = copy.Content };

    [Fact]
    public async Task A_term_is_checked_looked_at_and_read()
    {
        copy.Commit();
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, other) = (await app.SignIn(await app.Join("Hannah", Role.Author)), await app.SignIn(await app.Join("何敏", Role.Author)));
        var (standing, hash) = (File.ReadAllText(Full), ContentEditing.Read(copy.Content, "glossary.yml")!.Hash);

        Assert.Contains($"href=\"{Url}\"", await author.Open("/authoring"), StringComparison.Ordinal);
        var faulty = await (await author.Submit($"{Url}/check", ("text", standing + "- id: callback\n  en: { term: Callback }\n"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"data-line=\"{standing.Split('\n').Length}", faulty, StringComparison.Ordinal);
        await author.Submit(Url, ("text", standing + Term), ("version", "0"), ("beganFrom", hash));
        await author.Submit($"{Url}/submission", ("version", "1"));
        Assert.Contains("“Glossary” waits for your eyes", WebUtility.HtmlDecode(await other.Open("/")), StringComparison.Ordinal);
        await other.Open(Url);
        await other.Submit($"{Url}/publication", ("version", "2"));

        Assert.Equal(standing + Term, File.ReadAllText(Full));
        Assert.Equal("content/glossary.yml", copy.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Contains("A call the buyer has asked for.", await author.Open("/glossary"), StringComparison.Ordinal);
    }

    public void Dispose() => copy.Dispose();
}
