using System.Diagnostics;
using System.Text;
using CsCheck;
using SalesAcademy.Content.Exchange;

namespace SalesAcademy.Content.Tests.Exchange;

public sealed class HostileGiftTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "::", "::name::", "{", "}", "{T}", "=", "~", "#", "####", "%50%", "%-100%", "->", "..", ":", "\\", "\\n", "\\{", "\\}", "\\=", "\\~", "\\\\", "//", "\n", "\n\n", "\r\n", "\u2028", "$CATEGORY: a/b\n",
        "[html]", "[markdown]", "[plain]", "<p>", "</p>", "<b>", "<ul>", "<li>", "</ul>", "<table>", "<td>", "<pre>", "<a href=\"https://a.example\">", "<img src=x>", "<script>", "<!--", "<", "&lt;", "&#xD800;", "&#0;", "&nbsp;",
        "**", "*", "_", "`", "[", "](", "|", "- [x] ", "- ", "1. ", "> ", "## ", "{{", "}}", "{#x}", ":::", "---", "\u0000", "\u202E", "\uE000", "\uE012", "\uFEFF", "字", "word", " ", "42", "ANSWER: A", "A. ", "B) ",
    ];

    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void No_bytes_make_a_reader_throw() => Gen.Byte.Array[0, 400].Sample(bytes => Everything(bytes), iter: 1000);

    [Fact]
    public void No_mixture_of_marks_makes_a_reader_throw() =>
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 40].Sample(pieces => Everything(Encoding.UTF8.GetBytes(string.Concat(pieces))), iter: 2000);

    [Fact]
    public void Whatever_is_taken_compiles_with_the_rest() => Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 12].Array[1, 30].Sample(
        questions =>
        {
            var text = string.Concat(questions.Select(pieces => $"::q::{string.Concat(pieces)} {{=yes ~no}}\n\n"));
            var outcome = content.Import(text, request => request with { SkipRefused = true });
            Assert.True(outcome.Text is not null || outcome.Report[^1] == "nothing is written: no question is taken", string.Join('\n', outcome.Report));
        },
        iter: 30);

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("~")]
    [InlineData("=")]
    [InlineData("#")]
    [InlineData("\\")]
    [InlineData(":")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<b>")]
    [InlineData("<!--")]
    [InlineData("\n")]
    [InlineData("%")]
    [InlineData("{~}\n\n")]
    [InlineData("{=a~b}\n")]
    public void A_flood_takes_time_in_proportion_to_its_length(string mark)
    {
        // Behind a question's beginning, so that the marks are read as part of it.
        var (little, much) = (Time(64), Time(1024));

        Assert.True(much < (little * 16 * 12) + TimeSpan.FromMilliseconds(500), $"{mark}: 64 KB {little.TotalMilliseconds:0} ms, 1 MB {much.TotalMilliseconds:0} ms");

        TimeSpan Time(int kilobytes)
        {
            var bytes = Encoding.UTF8.GetBytes("[html]Which? {=a ~" + string.Concat(Enumerable.Repeat(mark, (kilobytes * 1000 / mark.Length) - 20)));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                Everything(bytes);
                return watch.Elapsed;
            });
        }
    }

    [Fact]
    public void A_file_of_more_than_1_MB_or_5000_questions_is_refused()
    {
        Assert.Equal(["q.txt: the file is larger than 1 MB: split it", "nothing is written"], content.Import(new string('a', ExchangeLimits.File + 1)).Report);
        Assert.Equal("q.txt:10001: the file holds more than 5000 questions: split it", content.Import(string.Concat(Enumerable.Repeat("Q {T}\n\n", 6000))).Report[0]);
    }

    [Fact]
    public void A_quiz_that_would_be_too_large_says_what_to_do()
    {
        var outcome = content.Import(string.Concat(Enumerable.Range(0, 1000).Select(number => $"::Question {number}::Is {number} a number, and would you say so to a customer? {{T}}\n\n")));

        Assert.Null(outcome.Text);
        Assert.Equal("nothing is written: a quiz holds at most 64 KB, so split the file or choose a part with --category", outcome.Report[^1]);
    }

    [Fact]
    public void What_is_not_utf8_is_named_with_its_line()
    {
        Assert.Equal("q.txt:3: the file is not UTF-8 (byte 4): save it as UTF-8", content.ImportBytes([(byte)'a', 10, 10, 0xC3, 0x28]).Report[0]);
        Assert.Equal("q.txt:1: the file is not UTF-8 (byte 1): save it as UTF-8", content.ImportBytes(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Q {T}")).ToArray()).Report[0]);
    }

    [Theory]
    [InlineData("\uFEFFOne {T}\r\n\r\nTwo {F}")]
    [InlineData("One {T}\r\rTwo {F}")]
    [InlineData("One {T}\u2028\u2028Two {F}\u2029")]
    [InlineData("One {T}\n \t\nTwo {F}")]
    public void Marks_and_line_ends_of_any_kind_are_accepted(string text) => Assert.Equal(["q.txt:1: taken as #imported-one", "q.txt:3: taken as #imported-two"], content.Import(text).Report.Take(2));

    [Fact]
    public void Invisible_characters_are_left_out_and_told()
    {
        var outcome = content.Import("A\u0000B\u202EC\uE000D {=x ~\u0007y}");

        Assert.Equal("q.txt:1: taken as #abcd, but invisible or reserved characters are left out", outcome.Report[0]);
        content.Taken(outcome);
    }

    [Fact]
    public void Line_ends_in_disguise_stay_inside_their_text()
    {
        var quiz = content.Taken(content.Import("[html]Which? {=a#<pre>one\ntwo&#x2028;- [x] three&#x85;</pre> ~b&\\#10;- [x] c}"));

        Assert.Equal(["a", "b - [x] c"], quiz.Families[0].Variants[0].Face.English!.Options);
        Assert.Contains("one\ntwo\n- [x] three", quiz.Families[0].Variants[0].Key.Feedback.English!.Options[0], StringComparison.Ordinal);
    }

    private static void Everything(byte[] bytes)
    {
        var (text, _, refusal) = ExchangeText.Read(bytes);
        if (refusal is not null)
            return;
        var request = new ImportRequest("gift", "q.txt", bytes, "c", "q", "k");
        var quiz = new ImportedQuiz(request, Catalogue.Empty);
        foreach (var question in GiftReader.Read(text).Concat(AikenReader.Read(text)))
            Assert.All(quiz.Take(question), line => Assert.DoesNotContain(line, char.IsControl));
        Assert.EndsWith("\n", quiz.Text("\n"), StringComparison.Ordinal);
    }
}
