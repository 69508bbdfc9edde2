using System.Text;
using CsCheck;
using SalesAcademy.Content.Exchange;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests.Exchange;

public sealed class ExportingGiftTests : IDisposable
{
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void A_quiz_is_written_as_moodle_reads_it()
    {
        const string File = """
            ---
            title: Everything
            kind: practice
            ---

            ## 50 % = half: {which} option? {#every-choice competency=opening points=2}

            Look at *this*:

            - [x] a ~ b
              > Yes.
            - [ ] c

            > General.

            ## Which two? {#every-several competency=opening}

            - [x] a
            - [x] b
            - [ ] %50% c

            ## It ends. {#every-statement competency=opening}

            - [x] True
              > Right.
            - [ ] False

            ## How many? {#every-number competency=opening}

            = 24 ± 1 leads

            ## Who? {#every-word competency=opening}

            = the buyer
            = 5 * 2 of us

            ## Match. {#every-pair competency=opening}

            | A | B |
            |---|---|
            | one | 1 |
            |  | 0 |
            | two | 2 |

            ## Sort. {#every-order competency=opening}

            1. a
            2. b
            """;
        content.Text(Importing.Path, File);

        var (text, report) = QuestionExport.Write(Compiled(content), "en");

        Assert.Equal("""
            // Everything
            $CATEGORY: first-call/imported

            ::every-choice::[html]<p>50 % \= half\: \{which\} option?</p><p>Look at <em>this</em>\:</p> {
            	=a \~ b#Yes.
            	~c
            	####General.
            }

            ::every-several::Which two? {
            	~%50%a
            	~%50%b
            	~%-50%%50% c
            }

            ::every-statement::It ends. {TRUE##Right.
            }

            ::every-number::How many? {#23..25
            }

            ::every-word::Who? {
            	=the buyer
            	=5 \\* 2 of us
            }

            ::every-pair::Match. {
            	=one -> 1
            	= -> 0
            	=two -> 2
            }

            """, text);
        Assert.Equal(
        [
            "#every-choice: exported, but its 2 points are not kept", "#every-several: exported", "#every-statement: exported", "#every-number: exported, but its unit (leads) is not kept", "#every-word: exported", "#every-pair: exported",
            "#every-order: not exported: GIFT has no items to put in order", "6 of 7 questions exported",
        ], report);
    }

    [Fact]
    public void Right_hand_sides_that_only_their_emphasis_tells_apart_are_not_made_one()
    {
        content.Text(Importing.Path, """
            ---
            title: Sides
            kind: practice
            ---

            ## Match. {#every-pair competency=opening}

            | A | B |
            |---|---|
            | one | now |
            | two | **now** |
            """);

        var (text, report) = QuestionExport.Write(Compiled(content), "en");

        Assert.DoesNotContain("every-pair", text, StringComparison.Ordinal);
        Assert.Contains("differ in their emphasis only", report[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Any_quiz_exported_and_imported_again_asks_the_same() => Drafts.ForGift.Array[1, 6].Sample(
        drafts =>
        {
            var markdown = new StringBuilder("---\ntitle: T\nkind: practice\n---\n");
            foreach (var (draft, number) in drafts.Select((draft, number) => (draft, number)))
                markdown.Append('\n').Append(QuestionMarkdown.Write(draft with { Attributes = new($"question-{number}", "opening") }, "en", new()));
            content.Text(Importing.Path, markdown.ToString());
            var quiz = Compiled(content);

            RoundTrip(quiz, content, "en");
        },
        iter: 40, threads: 1);

    [Fact]
    public void What_we_ship_exported_and_imported_again_asks_the_same()
    {
        var shipped = ContentCompiler.Compile(OwnContentTests.Folder, previous: null, TestContext.Current.CancellationToken).Catalogue!;

        foreach (var locale in Locales.All)
            foreach (var quiz in shipped.Courses.SelectMany(course => course.Quizzes).Where(quiz => quiz.Families.Any(family => family.Variants[0].Key.Answer is ObjectiveKey)))
                Assert.True(RoundTrip(quiz, content, locale) > 0, quiz.Id);
    }

    private static Quiz Compiled(ContentBuilder content)
    {
        var result = content.Compile();
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
        return result.Catalogue!.FindCourse("first-call")!.FindQuiz("imported")!;
    }

    private static int RoundTrip(Quiz quiz, ContentBuilder content, string locale)
    {
        var (text, report) = QuestionExport.Write(quiz, locale);
        var path = $"courses/first-call/{locale}/quiz-imported.md";
        content.Delete(Importing.Path).Delete("courses/first-call/zh-Hans/quiz-imported.md");
        var asked = quiz.Families.SelectMany(family => family.Variants.Select(variant => (family, variant))).Where((_, at) => !report[at].Contains(": not exported: ", StringComparison.Ordinal)).ToArray();
        if (asked.Length == 0)
            return 0;

        var outcome = content.Import(text, request => request with { Locale = locale });

        Assert.True(outcome.Text is not null, $"{text}\n{string.Join('\n', outcome.Report)}");
        var again = Compiled(content.Text(path, outcome.Text));
        content.Delete(path);
        Assert.Equal(asked.Length, again.Families.Count);
        foreach (var ((family, variant), read) in asked.Zip(again.Families))
        {
            var (face, other) = (variant.Face.In(locale).Value, read.Variants[0].Face.In(locale).Value);
            Assert.Equal(variant == family.Variants[0] ? family.Id : $"{family.Id}-{variant.Id}", read.Id);
            Assert.Equal(family.Type, read.Type);
            Assert.Equal(Normal(face.Title), Normal(other.Title));
            Assert.Equal(Normal(face.Body), Normal(other.Body));
            if (family.Type != QuestionType.TrueFalse) // whose words are those of the language
                Assert.Equal(face.Options.Select(option => family.Type == QuestionType.Matching ? Plain(option) : Normal(option)), other.Options.Select(Normal));
            Assert.Equal(face.Rows.Select(Normal), other.Rows.Select(Normal));
            Assert.Equal(Matter(variant.Key.Answer), Matter(read.Variants[0].Key.Answer));
            var (feedback, heard) = (variant.Key.Feedback.In(locale).Value, read.Variants[0].Key.Feedback.In(locale).Value);
            Assert.Equal(feedback.Options.Select(words => Normal(words ?? "")), heard.Options.Select(words => Normal(words ?? "")));
            Assert.Equal(Normal(feedback.General ?? ""), Normal(heard.General ?? ""));
            if (family.Type == QuestionType.ShortText)
                Assert.Equal(feedback.Accepted[0], heard.Accepted[0]);
        }
        return asked.Length;
    }

    // The same number in both languages is one number.
    private static IEnumerable<string> Matter(AnswerKey key) => key.Matter.Split('_').Distinct();

    private static string Normal(string html) => ProseHtml.Of(HtmlProse.Read(html, new()));

    private static string Plain(string html) => ProseHtml.Of([new Paragraph(Runs.Of(Runs.Plain(Flattening.Flatten(HtmlProse.Read(html, new())).Runs)))]);
}
