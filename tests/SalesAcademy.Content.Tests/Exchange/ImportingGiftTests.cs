using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests.Exchange;

public sealed class ImportingGiftTests : IDisposable
{
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void A_file_becomes_a_quiz_as_a_person_would_have_written_it()
    {
        var outcome = content.Import("""
            // from the old system
            $CATEGORY: $course$/top/Stages

            ::Price first::The buyer asks for a price on the first call. What now? {
              ~Send it today#A price without a problem is compared with nothing but other prices.
              =Ask what it has to make possible#Right: it earns the facts.
              ####Nobody buys a number.
            }

            ::A stage is ours:: A stage describes what we did. {F#It describes the buyer.#Right.}

            Who says when a deal is won? {=the buyer =the customer}

            ::Conversion:: How many of 200 leads are 12 %? {#24:1}

            ::Pairs:: What proves it? {=New -> an answer =Engaged -> a date = -> an opened file}
            """);

        Assert.Equal("""
            ## The buyer asks for a price on the first call. What now? {#price-first competency=opening}

            - [ ] Send it today
              > A price without a problem is compared with nothing but other prices.
            - [x] Ask what it has to make possible
              > Right: it earns the facts.

            > Nobody buys a number.

            ## A stage describes what we did. {#a-stage-is-ours competency=opening}

            - [ ] True
              > It describes the buyer.
            - [x] False
              > Right.

            ## Who says when a deal is won? {#who-says-when-a-deal-is-won competency=opening}

            = the buyer
            = the customer

            ## How many of 200 leads are 12 %? {#conversion competency=opening}

            = 24 ± 1

            ## What proves it? {#pairs competency=opening}

            | What is asked | What belongs to it |
            |---|---|
            | New | an answer |
            | Engaged | a date |
            |  | an opened file |

            """, outcome.Questions());
        Assert.StartsWith("---\ntitle: \"Imported\"\nkind: practice\n---\n", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(
        [
            "q.txt:4: category Stages: not kept; --category takes in one alone",
            "q.txt:4: taken as #price-first", "q.txt:10: taken as #a-stage-is-ours", "q.txt:12: taken as #who-says-when-a-deal-is-won", "q.txt:14: taken as #conversion", "q.txt:16: taken as #pairs",
            "5 questions: 5 taken, 0 taken with a warning, 0 refused",
            "courses/first-call/zh-Hans/quiz-imported.md: warning locale-missing The quiz is missing in this language; readers get the other one - Write it",
        ], outcome.Report);
        Assert.Equal([QuestionType.Single, QuestionType.TrueFalse, QuestionType.ShortText, QuestionType.Number, QuestionType.Matching], content.Taken(outcome).Families.Select(family => family.Type));
    }

    [Theory]
    [InlineData("~%50%a ~%50%b ~%-50%c", "110", "taken as")]
    [InlineData("~%33.333%a ~%33.333%b ~%33.333%c ~%-33.333%d", "1110", "taken as")]
    [InlineData("~%100%a ~%-100%b", "10", "taken as")]
    [InlineData("~%50%a ~%50%b ~%-100%c", "110", "but a wrong tick takes off 50 %, as much as a right one earns, instead of 100 %")]
    [InlineData("~%50%a ~%50%b ~c", "110", "but a wrong tick takes off 50 %, as much as a right one earns, instead of 0 %")]
    [InlineData("~%75%a ~%25%b", "11", "but right options of different weight (75 %, 25 %) count the same")]
    [InlineData("=a =b ~c", "110", "but each of its right options earned all points by itself; here all of them have to be ticked")]
    [InlineData("=a ~%50%b ~c", "100", "but an option worth 50 % counts as wrong")]
    [InlineData("=%50% of them ~%-25%b", "10", "but -25 % for a wrong option is not kept: it earns nothing")]
    public void Weights_become_our_rule_and_what_differs_is_told(string answers, string right, string told)
    {
        var outcome = content.Import($"::A question::Which? {{{answers}}}");

        var key = Assert.IsType<ChoiceKey>(content.Taken(outcome).Families[0].Variants[0].Key.Answer);
        Assert.Equal(right, key.Matter);
        Assert.Equal(answers.Contains('=', StringComparison.Ordinal) ? right.Count(digit => digit == '1') > 1 : true, key.Several);
        Assert.Contains(told, outcome.Report[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Why? {}", "answers graded by a person are not taken in yet")]
    [InlineData("Which? {~a ~b}", "no option is marked as right")]
    [InlineData("Which? {~%50%a ~%20%b ~c}", "the weights of its right options add up to 70 % instead of 100 %")]
    [InlineData("Which? {~%100%a ~%100%b ~c}", "the weights of its right options add up to 200 % instead of 100 %")]
    [InlineData("Which? {=a}", null)]
    [InlineData("Which? {=a ~ ~}", "a question has 2 to 10 options")]
    [InlineData("Which? {=a ~b ~b}", "two options say the same")]
    [InlineData("Which? {=a ~1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9 ~10}", "a question has 2 to 10 options")]
    [InlineData("How many? {#many}", "'many' is no number: write 42, 42:1 or 40..44")]
    [InlineData("How many? {#4..1}", "'4..1' is no number: write 42, 42:1 or 40..44")]
    [InlineData("How many? {#%50%4}", "no number earns all points")]
    [InlineData("Match. {=a -> b}", "a table to match has 2 to 10 rows and 2 to 12 different right-hand sides")]
    [InlineData("Match. {=a -> b =c}", "a pair has no right-hand side: write =left -> right")]
    [InlineData("Say it. {=%50%a}", "no answer earns all points")]
    [InlineData("Say it. {=a\\{\\{b\\}\\}}", "an accepted answer holds {{, which opens a blank")]
    [InlineData("Say it. {=a..b}", "'a..b' is no number with a tolerance and no range")]
    [InlineData("{=a ~b}", "it asks nothing")]
    [InlineData("::name Which? {=a ~b}", "its name is not closed: write ::name::")]
    [InlineData("Which? {=a ~b", "a { is not closed before the next empty line: add }, or write \\{ to show it (line 3)")]
    [InlineData("Which?\n=a ~b }", "a } closes nothing: write \\} to show it (line 4)")]
    [InlineData("Which?\n{=a {~b}}", "a second { stands inside the answers: write \\{ to show it (line 4)")]
    [InlineData("Which? {=a ~b}\nWho? {T}", "a brace follows the answers: part questions by an empty line, or write \\{ or \\} to show it (line 4)")]
    [InlineData("[html]<p>Look:</p><img src=\"a.png\"> {T}", "it shows an image, which cannot be taken in: put it into the course's assets and write the question by hand")]
    [InlineData("[html]Play <audio src=a></audio> {T}", "it holds <audio>, which has no place in a question")]
    [InlineData("[markdown]Look: ![x](a.png) {T}", "it shows an image, which cannot be taken in: put it into the course's assets and write the question by hand")]
    public void What_cannot_be_taken_is_refused_with_its_line_and_reason_and_keeps_everything_out(string question, string? reason)
    {
        var outcome = content.Import($"::A good one::A good one. {{T}}\n\n{question}\n\n::Another one::Another. {{F}}");

        Assert.Equal(reason is null ? "q.txt:3: taken as #which" : $"q.txt:3: refused: {reason}", outcome.Report[1].Replace("#imported-", "#", StringComparison.Ordinal));
        Assert.Equal(reason is null, outcome.Text is not null);
        if (reason is null)
            return;
        Assert.Equal("nothing is written: 1 question was refused (--skip-refused leaves such questions out)", outcome.Report[^1]);
        var skipped = content.Import($"::A good one::A good one. {{T}}\n\n{question}\n\n::Another one::Another. {{F}}", request => request with { SkipRefused = true });
        Assert.Equal(["a-good-one", "another-one"], content.Taken(skipped).Families.Select(family => family.Id));
    }

    [Fact]
    public void When_every_question_is_refused_nothing_is_written_even_if_refused_ones_are_skipped()
    {
        var outcome = content.Import("Why? {}\n\nA description.", request => request with { SkipRefused = true });

        Assert.Null(outcome.Text);
        Assert.Equal(["q.txt:1: refused: answers graded by a person are not taken in yet", "q.txt:3: skipped: a description asks nothing", "1 question: 0 taken, 0 taken with a warning, 1 refused; 1 skipped", "nothing is written: no question is taken"], outcome.Report);
    }

    [Theory]
    [InlineData("A \\{brace\\}, a \\~, an \\=, a \\#, a \\: and a \\\\n.", "A {brace}, a ~, an =, a #, a : and a \\n.")]
    [InlineData("**stars**, _lines_, `code`, [x](https://a.example), &lt; and a | bar", "**stars**, _lines_, `code`, [x](https://a.example), &amp;lt; and a | bar")]
    [InlineData("A \\{\\{blank\\}\\} \\{\\#id x\\=y\\}", "A {{blank}} {#id x=y}")]
    [InlineData("C\\# is a \\#", "C# is a #")]
    [InlineData("Grant is {~buried =entombed} in his tomb.", "Grant is … in his tomb.")]
    public void Escapes_and_our_own_marks_are_shown_as_they_stand(string text, string shown)
    {
        var outcome = content.Import(text.Contains('{') && text.Contains("=entombed", StringComparison.Ordinal) ? text : $"{text} {{T}}");

        var title = content.Taken(outcome).Families[0].Variants[0].Face.English!.Title;
        Assert.Equal(shown, title);
    }

    [Theory]
    [InlineData("\\n- a list", "<p>- a list</p>")]
    [InlineData("\\n\\n1. numbered", "<p>1. numbered</p>")]
    [InlineData("\\n\\n> quoted", "<p>&gt; quoted</p>")]
    [InlineData("\\n\\n\\= 42", "<p>= 42</p>")]
    [InlineData("\\n\\n\\:\\:\\: case x", "<p>::: case x</p>")]
    [InlineData("\\n\\n\\#\\# heading", "<p>## heading</p>")]
    [InlineData("\\n\\n---", "<p>---</p>")]
    [InlineData("\\n\\na | b\\n---|---", "<p>a | b<br>\n---|---</p>")]
    [InlineData("\\n\\n[ ] box", "<p>[ ] box</p>")]
    [InlineData("\\n\\n    code", "<p>code</p>")]
    [InlineData("\\n\\n\\~\\~\\~", "<p>~~~</p>")]
    [InlineData("\\n\\nx\\n\\=\\=\\=", "<p>x<br>\n===</p>")]
    [InlineData("\\n\\n[x]\\: https\\://a.example", "<p>[x]: https://a.example</p>")]
    public void Nothing_in_a_text_becomes_a_mark_at_the_beginning_of_a_line(string text, string body) =>
        Assert.Equal(body, content.Taken(content.Import($"What now?{text} {{T}}")).Families[0].Variants[0].Face.English!.Body.Trim());

    [Fact]
    public void Html_goes_through_an_allow_list_and_what_is_dropped_is_told()
    {
        var outcome = content.Import("""
            ::Table of stages::[html]<h3>Read &amp; <b>think</b>&nbsp;first</h3><p>Then <em>say</em> what <code>x</code> is, see <a href\="https\://a.example/x">this</a> or <a href\="javascript\:alert(1)">that</a>.</p>
            <ul><li>one</li><li>two<br>lines</li></ul><ol><li>first</li></ol><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 | 3</td></tr></table>
            <script>alert(1)</script><blink>old</blink> H<sub>2</sub>O &#x4F60; {
              =<p>Yes, <strong>all</strong></p>#<p>One.</p><p>Two.</p>
              ~no
            }
            """);

        Assert.Equal("""
            ## Read & **think** first {#table-of-stages competency=opening}

            Then *say* what `x` is, see [this](https://a.example/x) or that.

            - one
            - two\
              lines

            1. first

            | A | B |
            |---|---|
            | 1 | 2 \| 3 |

            old H2O 你

            - [x] Yes, **all**
              > One.
              >
              > Two.
            - [ ] no

            """, outcome.Questions());
        Assert.Equal("q.txt:1: taken as #table-of-stages, but a link that is not https is shown as text; <script> is left out; <blink> is dropped and its words are kept; <sub> is shown on the line", outcome.Report[0]);
        content.Taken(outcome);
    }

    [Fact]
    public void Emphasis_that_markdown_cannot_show_is_dropped_and_told()
    {
        var outcome = content.Import("[html]un<b>(believ)</b>able, <i>a<b>b</b></i>c {T}");

        Assert.Contains("but emphasis that Markdown cannot show here is not kept", outcome.Report[0], StringComparison.Ordinal);
        Assert.Equal("un(believ)able, abc", content.Taken(outcome).Families[0].Variants[0].Face.English!.Title);
    }

    [Fact]
    public void Markdown_is_read_as_markdown_and_tags_in_plain_text_are_shown()
    {
        var quiz = content.Taken(content.Import("[markdown]A **bold** word {T}\n\n<b>A tag</b> is shown {T}"));

        Assert.Equal("A <strong>bold</strong> word", quiz.Families[0].Variants[0].Face.English!.Title);
        Assert.Equal("&lt;b&gt;A tag&lt;/b&gt; is shown", quiz.Families[1].Variants[0].Face.English!.Title);
    }

    [Fact]
    public void Numbers_take_tolerances_ranges_and_several_answers()
    {
        var quiz = content.Taken(content.Import("One? {#42:1}\n\nTwo? {#40..44}\n\nThree? {#=42:1#fb =%50%40:5 =-1.5e1}\n\nFour? {#-.5}", request => request with { SkipRefused = false }));

        Assert.Equal(["41to43", "40to44", "41to43_-15to-15", "-0.5to-0.5"], quiz.Families.Select(family => family.Variants[0].Key.Answer.Matter));
    }

    [Fact]
    public void What_is_lost_of_written_answers_is_told()
    {
        var outcome = content.Import("Who? {=Ada#Right! =%50%Byron =*#no} \n\nHow many? {#=5#Yes =%50%6 ~#no}");

        Assert.EndsWith("but the feedback to single written answers is not kept; 'Byron' for 50 % is left out: an answer is right or wrong; * for any other answer is left out", outcome.Report[0], StringComparison.Ordinal);
        Assert.EndsWith("but the feedback to wrong numbers is not kept; the feedback to single written answers is not kept; '6' for 50 % is left out: an answer is right or wrong", outcome.Report[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_come_from_names_stay_the_same_and_never_meet_another_questions()
    {
        const string File = "::open best::One. {T}\n\n::第一个问题::Two. {T}\n\n::Q1::Three. {T}\n\n::Open Best!::Four. {T}\n\n谁先报价？{T}\n\n::Café au lait::Five. {T}";
        string[] ids = [.. content.Taken(content.Import(File)).Families.Select(family => family.Id)];

        Assert.Equal(["open-best-2", $"imported-{ContentHash.Of("第一个问题")[..8]}", "imported-q1", "open-best-3", $"imported-{ContentHash.Of("谁先报价？")[..8]}", "cafe-au-lait"], ids);
        content.Delete(Importing.Path);
        Assert.Equal(ids, content.Taken(content.Import("\uFEFF" + File.Replace("\n", "\r\n", StringComparison.Ordinal))).Families.Select(family => family.Id));
    }

    [Fact]
    public void The_same_question_twice_is_told()
    {
        var outcome = content.Import("::One::Which? {=a ~b}\n\n::Two::Which? {=a ~b}");

        Assert.Equal("q.txt:3: taken as #imported-two, but line 1 asks the same", outcome.Report[1]);
    }

    [Fact]
    public void The_other_language_of_a_quiz_takes_its_settings_and_ids()
    {
        content.Text(Importing.Path, content.Import("::Price::Which? {=a ~b}", request => request with { Pool = "both" }).Text!);

        var outcome = content.Import("::Price::哪一个？{=甲 ~乙}\n", request => request with { Locale = "zh-Hans" });

        Assert.Equal("---\ntitle: \"Imported\"\nkind: practice\npool: both\n---\n\n## 哪一个？ {#price competency=opening}\n\n- [x] 甲\n- [ ] 乙\n", outcome.Text);
        Assert.Empty(content.Text(outcome.Path, outcome.Text!).Compile().Problems);
    }

    [Fact]
    public void Where_the_content_would_no_longer_compile_nothing_is_written()
    {
        content.Text(Importing.Path, content.Import("::Price::Which? {=a ~b}").Text!);

        var outcome = content.Import("::Price::哪一个？{=甲 ~乙 ~丙}\n\n::Other::对吗？{T}", request => request with { Locale = "zh-Hans" });

        Assert.Null(outcome.Text);
        Assert.Contains(outcome.Report, line => line.StartsWith("courses/first-call/zh-Hans/quiz-imported.md:6: error quiz-locales-options", StringComparison.Ordinal));
        Assert.Equal("nothing is written", outcome.Report[^1]);
    }

    [Fact]
    public void An_existing_quiz_is_never_written_over()
    {
        var outcome = content.Import("Which? {T}", request => request with { Quiz = "check-opening" });

        Assert.Null(outcome.Text);
        Assert.Equal("courses/first-call/en/quiz-check-opening.md exists already and is not written over", outcome.Report[0]);
    }

    [Theory]
    [InlineData("../x", "quiz", "opening", "en", "'../x' is no id of a course: use lower-case letters, digits and hyphens")]
    [InlineData("first-call", "a/../../b", "opening", "en", "'a/../../b' is no id of a quiz: use lower-case letters, digits and hyphens")]
    [InlineData("nowhere", "quiz", "opening", "en", "there is no course 'nowhere'")]
    [InlineData("first-call", "quiz", "golf", "en", "there is no competency 'golf': use one of opening, closing")]
    [InlineData("first-call", "quiz", "opening", "fr", "'fr' is no language of the content: use en or zh-Hans")]
    public void A_place_that_does_not_exist_is_refused(string course, string quiz, string competency, string locale, string reason) =>
        Assert.Equal([reason, "nothing is written"], content.Import("Which? {T}", request => request with { Course = course, Quiz = quiz, Competency = competency, Locale = locale }).Report);

    [Fact]
    public void One_category_can_be_taken_alone()
    {
        var outcome = content.Import("$CATEGORY: a\n\n::In a::One. {T}\n\n$CATEGORY: a/b\n\n::In b::Two. {T}\n\n$CATEGORY: ab\n\n::In ab::Why? {}", request => request with { Category = "a" });

        Assert.Equal(["in-a", "in-b"], content.Taken(outcome).Families.Select(family => family.Id.Replace("imported-", "", StringComparison.Ordinal)));
    }
}
