using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>The academy's content with a mark in every explanation, and an examination with the mark in its keys as well: whoever finds the mark has been told too much.</summary>
internal static partial class MarkedContent
{
    public const string Canary = "canary-7319";
    public const string Exam = "/quizzes/discovery/marked";

    private const string Quiz = $$$"""
        ---
        title: Marked
        kind: certification
        review: after
        ---
        ## What is it called? {#marked-text competency=discovery}

        = {{{Canary}}} question

        > {{{Canary}}}

        ## Fill in. {#marked-cloze competency=discovery}

        Call back within {{{{{Canary}}} hours|24 h}}.

        > {{{Canary}}}
        """;

    public static ContentCopy Copy() => new ContentCopy()
        .Rewrite("courses", "quiz-*.md", text => Quoted().Replace(text, $"$0{Canary} "))
        .Text("courses/discovery/en/quiz-marked.md", Quiz);

    /// <summary>Opens each question of an attempt and answers it wrong, as the page's script does; yields everything the server said.</summary>
    public static async Task<IReadOnlyList<string>> AnswerWrong(this Sitting rep, Guid attempt)
    {
        var said = new List<string>();
        foreach (var question in (await rep.Paper(attempt)).Questions)
        {
            said.Add(await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={question.Number}"));
            var saved = await rep.Save(attempt, question.Number, [], null, question.How is "text" or "cloze" ? ("fill", "wrong") : ("option", "0"));
            Assert.Equal(System.Net.HttpStatusCode.OK, saved.StatusCode);
            said.Add(await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        return said;
    }

    [GeneratedRegex(@"\n *> ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
