using CsCheck;
using SalesAcademy.Content.Exchange;

namespace SalesAcademy.Content.Tests.Exchange;

/// <summary>Questions of every type whose words are full of marks.</summary>
internal static class Drafts
{
    private static readonly string[] Words =
    [
        "{{", "}}", "{", "}", "{#x", "[", "]", "](", "![", "[x]", "[ ] ", "*", "**", "_", "__", "`", "``", "<", "<b>", "<!--", ">", "> ", "|", "#", "## ", " #", "- ", "-", "+ ", "--", "---", "1. ", "2) ", "=", "= 4", "===", "~~~", ":::", ":-", "\\", "\\\\", "&", "&amp;", "&#35;", "$", "^", "(", ")", "!",
        "\"", "'", "“", "”", "。", "，", "字", "线索", "word", "a", "B2B", "5 %", "C#", "snake_case", "https://a.example", "a@b.example", "é", "👍", " ", " ", " ", ":", "->", "%50%", "//", "T", "rubric:", "[!NOTE]", "competency=x",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Select(at => Words[at]).Array[1, 8].Select(string.Concat);

    private static readonly Gen<Style> Styles = Gen.Frequency((6, Gen.Const(default(Style))), (1, Gen.Const(new Style(Strong: true))), (1, Gen.Const(new Style(Emphasis: true))), (1, Gen.Const(new Style(Strong: true, Emphasis: true))), (1, Gen.Const(new Style(Code: true))), (1, Gen.Const(Style.LinkTo(new("https://a.example/x_(y)?a=1&amp;b=*")))));

    public static readonly Gen<IReadOnlyList<Run>> Line = Gen.Select(Text, Styles, (text, style) => new Run(text, style)).Array[1, 3].Select(Runs.Tidy).Where(runs => runs.Count > 0);

    private static readonly Gen<IReadOnlyList<Run>> Lines = Gen.Frequency((4, Line), (1, Gen.Select(Line, Line, (one, other) => Runs.Tidy([.. one, Run.Break, .. other]))));

    private static readonly Gen<Prose> Flat = Lines.Select(runs => (Prose)new Paragraph(runs));

    private static readonly Gen<Prose> List = Gen.Select(Gen.Bool, Gen.OneOf(Flat.Array[1, 1], Gen.Select(Flat, Gen.Bool, Flat.Array[1, 1].Array[1, 2], (first, numbered, items) => new[] { first, new Listing(numbered, items) }), Flat.Array[2, 2]).Array[1, 3], (numbered, items) => (Prose)new Listing(numbered, items));

    private static readonly Gen<Prose> Table = Line.Array[2, 2].Array[2, 3].Select(rows => (Prose)new Grid(rows));

    private static readonly Gen<Prose> Fence = Gen.Int[0, Words.Length - 1].Select(at => Words[at]).Array[1, 8].Select(words => string.Join('\n', words.Select(word => word.TrimEnd())).Trim()).Where(text => text.Length > 0 && !text.Contains("{{", StringComparison.Ordinal)).Select(text => (Prose)new Verbatim(text));

    private static readonly Gen<Prose> Quote = Gen.OneOf(Flat, List).Array[1, 2].Select(content => (Prose)new Quotation(content));

    public static readonly Gen<IReadOnlyList<Prose>> Body = Gen.Frequency((4, Flat), (1, List), (1, Table), (1, Fence), (1, Quote)).Array[0, 3].Select(body => (IReadOnlyList<Prose>)body);

    private static readonly Gen<IReadOnlyList<Prose>> Feedback = Gen.Frequency((2, Gen.Const<IReadOnlyList<Prose>>([])), (1, Body));

    private static Gen<DraftOption[]> Options(int most) => Gen.Select(Lines, Feedback, Gen.Bool, (text, feedback, right) => new DraftOption(right, text, feedback)).Array[2, most]
        .Where(options => options.DistinctBy(option => RunHtml.Of(option.Text)).Count() == options.Length)
        .Select(options => options.Any(option => option.IsRight) ? options : [.. options.Select((option, at) => option with { IsRight = at == 0 })]);

    public static readonly Gen<DraftAnswer> Choice = Options(5).Select(options => (DraftAnswer)new DraftChoice(options.Count(option => option.IsRight) > 1, options));

    private static readonly Gen<DraftAnswer> OneOfSeveral = Options(4).Select(options => (DraftAnswer)new DraftChoice(Several: true, [.. options.Select((option, at) => option with { IsRight = at == 1 })]));

    public static readonly Gen<DraftAnswer> Statement = Gen.Select(Gen.Bool, Gen.Bool, Feedback, Feedback, (first, chinese, one, other) => (DraftAnswer)new DraftChoice(Several: false,
        [new(first, [new(chinese ? "对" : "True")], one), new(!first, [new(chinese ? "错" : "False")], other)]));

    public static readonly Gen<DraftAnswer> Accepted = Gen.Frequency((3, Text), (1, Gen.Int[-50, 500].Select(number => $"{number}")), (1, Gen.Int[0, 50].Select(number => $"{number} ± 2.5")), (1, Gen.Int[0, 50].Select(number => $"{number}..{number + 7}")))
        .Select(words => Runs.Plain(Runs.Of(words))).Where(IsAcceptable).Array[1, 4].Select(words => (DraftAnswer)new DraftAccepted([.. words.Distinct(StringComparer.Ordinal)]));

    public static readonly Gen<DraftAnswer> Pairs = Gen.Select(Line, Line, Gen.Int[0, 4], (left, right, none) => (Left: none == 0 ? [] : left, Right: right)).Array[2, 5]
        .Where(rows => rows.Count(row => row.Left.Count > 0) >= 2 && rows.DistinctBy(row => RunHtml.Of(row.Right)).Count() >= 2 && rows.Where(row => row.Left.Count > 0).DistinctBy(row => RunHtml.Of(row.Left)).Count() == rows.Count(row => row.Left.Count > 0))
        .Select(rows => (DraftAnswer)new DraftPairs(rows));

    private static readonly Gen<DraftAnswer> Order = Lines.Array[2, 5].Where(items => items.DistinctBy(RunHtml.Of).Count() == items.Length).Select(items => (DraftAnswer)new DraftOrder(items));

    private static readonly Gen<DraftAnswer> Areas = Gen.Select(Line, Options(3), (picture, options) => (DraftAnswer)new DraftAreas(Runs.Plain(picture), "two-minutes.svg", [.. options.Select((option, at) => option with { Text = Runs.Of(Runs.Plain(option.Text) + " " + at), Area = new(5.5, 10 * at, 20, 12.25) })]));

    private static readonly Gen<QuestionDraft> Cloze = Gen.Select(Line, Gen.Select(Line, Text.Select(words => Runs.Plain(Runs.Of(words))).Where(words => IsAcceptable(words) && !words.AsSpan().ContainsAny('|', '}')).Array[1, 2], Line, (before, blank, after) => (Prose)new Paragraph(Runs.Tidy([.. before, Run.BlankOf(blank), .. after]))).Array[1, 3], Feedback,
        (title, body, general) => new QuestionDraft { Title = title, Body = body, Answer = new DraftBlanks(), General = general, Attributes = new("cloze-1", "opening") });

    private static readonly Gen<QuestionDraft> Others = Gen.Select(Line, Body, Gen.OneOf(Choice, OneOfSeveral, Statement, Accepted, Pairs, Order, Areas), Feedback, (title, body, answer, general) =>
        new QuestionDraft { Title = title, Body = body, Answer = answer, General = general, Attributes = new("a-question", "opening") });

    public static readonly Gen<QuestionDraft> Any = Gen.Frequency((7, Others), (1, Cloze));

    /// <summary>Those that GIFT can say.</summary>
    public static readonly Gen<QuestionDraft> ForGift = Gen.Select(Line, Body, Gen.OneOf(Choice, OneOfSeveral, Statement, Accepted, Pairs), Feedback, (title, body, answer, general) =>
        new QuestionDraft { Title = title, Body = body, Answer = answer, General = general, Attributes = new("a-question", "opening") });

    // What our format itself cannot accept.
    private static bool IsAcceptable(string words) => words.Length > 0 && !words.Contains("{{", StringComparison.Ordinal)
        && SalesAcademy.Domain.Quizzes.Accepted.Of(words) is var accepted && (accepted is not SalesAcademy.Domain.Quizzes.AcceptedText text || (!text.Wording.IsEmpty && !words.Contains('±', StringComparison.Ordinal) && !words.Contains("..", StringComparison.Ordinal)));
}
