using Markdig.Syntax;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Questions;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>Compiles one quiz in one language.</summary>
internal static class QuizReader
{
    public static QuizFile? Read(CourseScope scope, string path, string locale, Problems problems) =>
        scope.Compile(path, problems, (file, own) => Compile(scope, file, locale, own));

    private static QuizFile? Compile(CourseScope scope, MarkdownFile file, string locale, Problems problems)
    {
        var title = file.Front.Text("title");
        var settings = Settings(file.Front);
        file.Front.Finish();
        var (text, blanks) = BlankMarks.Cut(file.Body, file.BodyLine, problems);
        if (SafeMarkdown.Parse(text, quiz: true, file.BodyLine, problems) is not { } document)
            return null;
        var references = new List<Reference>();
        var questions = new List<QuizQuestion>();
        foreach (var (heading, body) in Questions(document, file.BodyLine, problems))
        {
            var context = scope.Markup(file, locale, problems, anchored: false) with { Source = text, Blanks = blanks };
            if (QuestionReader.Read(context, heading, body) is { } question)
                questions.Add(question);
            foreach (var (_, line) in context.Anchors)
                problems.Error(line, "link-anchor.quiz");
            references.AddRange(context.References);
        }
        if (questions.Count == 0 && !problems.HasErrors)
            problems.Error(file.BodyLine, "quiz-empty");
        foreach (var question in questions)
        {
            references.Add(new(ReferenceKind.Competency, question.Competency, file.Source.Path, question.Line));
            references.Add(new(ReferenceKind.Family, $"{scope.Course}/{question.Family}", file.Source.Path, question.Line));
        }
        CheckVariants(questions, problems);
        foreach (var question in questions.Where(question => settings.Kind == QuizKind.Check && question.Key is RubricKey))
            problems.Error(question.Line, "quiz-check-rubric", question.Name);
        if (settings.Draw is { } draw)
            DrawReader.Check(file.Front, draw, questions, problems);
        return new(title, settings, questions, file.Source.Entry, references);
    }

    private static QuizSettings Settings(Fields front)
    {
        front.Take("kind", required: true);
        var kind = front.Choice("kind", QuizKind.Check, ("check", QuizKind.Check), ("certification", QuizKind.Certification), ("practice", QuizKind.Practice));
        AccessReader.CheckKind(front, kind);
        var isExam = kind == QuizKind.Certification;
        var window = AccessReader.Window(front);
        return new(
            kind,
            front.Choice("pool", isExam ? QuestionPool.Exam : QuestionPool.Drill, ("exam", QuestionPool.Exam), ("drill", QuestionPool.Drill), ("both", QuestionPool.Both)),
            front.Percent("pass", 0.6),
            DrawReader.Read(front),
            front.Duration("time-limit"),
            front.Whole("attempts", 0, 1, 100) is var attempts and > 0 ? attempts : null,
            front.Duration("cooldown"),
            front.Choice("shuffle", isExam ? QuizShuffle.Both : QuizShuffle.Options, ("none", QuizShuffle.None), ("options", QuizShuffle.Options), ("questions", QuizShuffle.Questions), ("both", QuizShuffle.Both)),
            ReviewReader.Read(front, isExam ? ReviewPolicy.WhenSubmitted : ReviewPolicy.AfterEachAnswer, window.Closes is not null))
        {
            LaterCooldown = front.Duration("cooldown-later"),
            Window = window,
            Code = AccessReader.Code(front),
        };
    }

    private static List<(HeadingBlock Heading, List<Block> Body)> Questions(MarkdownDocument document, int bodyLine, Problems problems)
    {
        var questions = new List<(HeadingBlock, List<Block> Body)>();
        foreach (var block in document)
            if (block is HeadingBlock { Level: 2 } heading)
                questions.Add((heading, []));
            else if (questions.Count > 0)
                questions[^1].Body.Add(block);
            else if (block is not LinkReferenceDefinitionGroup)
                problems.Error(bodyLine + block.Line, "quiz-before-questions");
        return questions;
    }

    private static void CheckVariants(List<QuizQuestion> questions, Problems problems)
    {
        foreach (var family in questions.GroupBy(question => question.Family, StringComparer.Ordinal))
        {
            var first = family.First();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var question in family)
                if (!seen.Add(question.Variant))
                    problems.Error(question.Line, "quiz-variant-twice", question.Name);
                else
                    Compare(question, first, problems);
        }
    }

    // Which of them is meant is for the author to say, so both are named.
    private static void Compare(QuizQuestion question, QuizQuestion first, Problems problems)
    {
        if (question.Competency != first.Competency)
            Differ("competency", question.Competency, first.Competency);
        if (question.Points != first.Points)
            Differ("points", question.Points, first.Points);
        if (question.Type != first.Type)
            problems.Error(question.Line, "quiz-variant-differs.type", question.Name, first.Variant);
        else if (question.Key.Guess != first.Key.Guess)
            problems.Error(question.Line, "quiz-variant-differs.options", question.Name, first.Variant);
        if (question.Marks != first.Marks)
            problems.Error(question.Line, "quiz-variant-differs.marks", question.Name, first.Variant);

        void Differ(string what, object own, object other) => problems.Error(question.Line, "quiz-variant-differs", question.Name, first.Variant, what, own, other);
    }
}
