using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsCheck;
using SalesAcademy.Content.Exchange;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests.Exchange;

/// <summary>Whatever a question holds, the compiler reads from its Markdown what was meant.</summary>
public sealed class WritingQuestionsTests
{
    private static readonly Dictionary<string, CourseAsset> Assets = new(StringComparer.Ordinal)
    {
        ["two-minutes.svg"] = new() { Name = "two-minutes.svg", Hash = "", MediaType = "image/svg+xml", Url = "/x/two-minutes.svg", FullPath = "" },
    };

    [Fact]
    public void Any_question_written_and_compiled_has_the_same_key_options_rows_blanks_and_feedback() => Drafts.Any.Sample(
        draft =>
        {
            var (problems, findings) = (new Problems(""), new Findings());
            var markdown = QuestionMarkdown.Write(draft, "en", findings);

            var read = WrittenQuestion.Read(markdown, "en", problems, Assets);

            Assert.True(problems.Found.Count == 0, $"{markdown}\n{string.Join('\n', problems.Found)}");
            Assert.NotNull(read);
            Assert.Equal(Shown(draft.Title), Shown(read.Face.Title));
            Assert.Equal(Shown(draft.Body), Shown(read.Face.Body));
            Assert.Equal(Shown(draft.General), Shown(read.Feedback.General ?? ""));
            Answers(draft, read);
            if (findings.Losses.Count > 0)
                return; // some emphasis could not be said, and was told
            Assert.Equal(RunHtml.Of(draft.Title), read.Face.Title);
            if (draft.Answer is not DraftBlanks)
                Assert.Equal(ProseHtml.Of(draft.Answer is DraftPairs ? Bulleted(draft.Body) : draft.Body), Normal(read.Face.Body));
            Assert.Equal(ProseHtml.Of(draft.General), Normal(read.Feedback.General ?? ""));
        },
        iter: 400, print: draft => QuestionMarkdown.Write(draft, "en", new()));

    [Fact]
    public void Emphasis_is_dropped_only_where_markdown_cannot_say_it() => Drafts.Line.Sample(
        runs =>
        {
            var findings = new Findings();
            RunMarkdown.Write(runs, Place.Line, findings);
            if (runs.All(run => run.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') && run.Style.Strong == run.Style.Emphasis))
                Assert.Empty(findings.Losses);
        },
        iter: 300);

    private static void Answers(QuestionDraft draft, Courses.QuizQuestion read)
    {
        switch (draft.Answer)
        {
            case DraftChoice choice:
                Options(choice.Options, read);
                Assert.Equal(choice.Several, Assert.IsType<ChoiceKey>(read.Key).Several);
                break;
            case DraftAreas areas:
                Options(areas.Options, read);
                Assert.Equal(areas.Options.Select(option => option.Area), read.Face.Areas);
                Assert.Contains("two-minutes.svg", read.Face.Picture, StringComparison.Ordinal);
                break;
            case DraftAccepted accepted:
                Assert.Equal(accepted.Accepted.Select(words => Accepted.Of(words).Shown), read.Feedback.Accepted[0]);
                break;
            case DraftPairs pairs:
                var rows = pairs.Rows.Where(row => row.Left.Count > 0).ToArray();
                Assert.Equal(rows.Select(row => Shown(row.Left)), read.Face.Rows.Select(Shown));
                Assert.Equal(rows.Select(row => Shown(row.Right)), ((PairsKey)read.Key).Partners.Select(side => Shown(read.Face.Options[side])));
                break;
            case DraftOrder order:
                Assert.Equal(order.Items.Select(Shown), read.Face.Options.Select(Shown));
                break;
            case DraftBlanks:
                var blanks = draft.Body.Cast<Paragraph>().SelectMany(paragraph => paragraph.Runs).Where(run => run.Blank is not null).Select(run => run.Blank!.Select(words => Accepted.Of(words).Shown));
                Assert.Equal(blanks, read.Feedback.Accepted);
                break;
        }
    }

    private static void Options(IReadOnlyList<DraftOption> options, Courses.QuizQuestion read)
    {
        Assert.Equal(options.Select(option => option.IsRight), ((ChoiceKey)read.Key).Right);
        Assert.Equal(options.Select(option => Shown(option.Text)), read.Face.Options.Select(Shown));
        Assert.Equal(options.Select(option => Shown(option.Feedback)), read.Feedback.Options.Select(feedback => Shown(feedback ?? "")));
    }

    private static string Shown(IReadOnlyList<Run> runs) => Shown(ProseHtml.Inline(runs));

    private static string Shown(IReadOnlyList<Prose> prose) => Shown(ProseHtml.Of(prose));

    // What a reader sees, without spaces: an oracle of its own.
    private static string Shown(string html) => string.Concat(new HtmlParser().ParseDocument($"<body>{Regex.Replace(html, "\uE000[0-9]+\uE001|\uE000", "")}</body>").Body!.TextContent.Where(c => !char.IsWhiteSpace(c)));

    private static string Normal(string html) => ProseHtml.Of(HtmlProse.Read(html, new()));

    private static IEnumerable<Prose> Bulleted(IEnumerable<Prose> body) => body.Select(block => block is Listing list ? list with { IsNumbered = false } : block);
}
