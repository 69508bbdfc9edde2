using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>Lays both languages of a quiz together; they must ask the same.</summary>
internal static class QuizAgreement
{
    /// <summary>Reports where the Chinese file says something else than the English one.</summary>
    public static void Check(QuizFile english, QuizFile chinese, Problems problems)
    {
        if (english.Settings != chinese.Settings)
            problems.Error(1, "quiz-locales-settings");
        var theirs = chinese.Questions.GroupBy(Key).ToDictionary(group => group.Key, group => group.First());
        foreach (var question in english.Questions)
            if (!theirs.TryGetValue(Key(question), out var other))
                problems.Error(0, "quiz-locales-missing.chinese", question.Name);
            else if (question.Key.Options != other.Key.Options || question.Key.Parts != other.Key.Parts)
                problems.Error(other.Line, "quiz-locales-options", question.Name, Size(other.Key), Size(question.Key));
            else if (question.Key.Matter != other.Key.Matter)
                problems.Error(other.Line, "quiz-locales-key", question.Name);
            else if ((question.Type, question.Competency, question.Points, question.Marks) != (other.Type, other.Competency, other.Points, other.Marks))
                problems.Error(other.Line, "quiz-locales-attributes", question.Name);
        var ours = english.Questions.Select(Key).ToHashSet();
        foreach (var extra in chinese.Questions.Where(question => !ours.Contains(Key(question))))
            problems.Error(extra.Line, "quiz-locales-missing.english", extra.Name);
        if (!problems.HasErrors && !english.Questions.Select(Key).SequenceEqual(chinese.Questions.Select(Key)))
            problems.Warn(0, "quiz-locales-order");
    }

    /// <summary>The quiz of one or two agreeing files.</summary>
    public static Quiz Join(string course, string id, QuizFile? english, QuizFile? chinese, string hash)
    {
        var lead = english ?? chinese!; // one of them exists
        var settings = lead.Settings;
        var families = lead.Questions.GroupBy(question => question.Family, StringComparer.Ordinal)
            .Select(family => Family(course, id, settings.Pool, [.. family.Select(question => (question, Find(english, question), Find(chinese, question)))])).ToArray();
        return new()
        {
            Id = id,
            Course = course,
            Title = new(english?.Title, chinese?.Title),
            Kind = settings.Kind,
            Pool = settings.Pool,
            Pass = settings.Pass,
            Lines = settings.Draw?.Lines ?? [new(families.Length)],
            TimeLimit = settings.TimeLimit,
            Attempts = settings.Attempts,
            Cooldown = settings.Cooldown,
            LaterCooldown = settings.LaterCooldown,
            Window = settings.Window,
            Code = settings.Code,
            Shuffle = settings.Shuffle,
            Review = settings.Review,
            Families = families,
            Hash = hash,
        };
    }

    private static QuestionFamily Family(string course, string quiz, QuestionPool pool, (QuizQuestion Lead, QuizQuestion? English, QuizQuestion? Chinese)[] variants)
    {
        var lead = variants[0].Lead;
        return new()
        {
            Id = lead.Family,
            Course = course,
            Quiz = quiz,
            Competency = lead.Competency,
            Type = lead.Type,
            Pool = lead.Key is RubricKey ? QuestionPool.Exam : pool, // nobody waits for a grader in a drill
            Points = lead.Points,
            Tags = lead.Tags,
            Difficulty = lead.Difficulty,
            Guess = lead.Key.Guess,
            Variants = [.. variants.Select(variant => new QuestionVariant(
                variant.Lead.Variant, new(variant.English?.Face, variant.Chinese?.Face), new(Key(variant.English, variant.Chinese), new(variant.English?.Feedback, variant.Chinese?.Feedback))))],
            Hash = ContentHash.Of(string.Join('\0', variants.SelectMany(variant => new[] { variant.English, variant.Chinese }).OfType<QuizQuestion>().SelectMany(Words))),
        };
    }

    private static IEnumerable<string> Words(QuizQuestion question) =>
    [
        question.Variant, question.Competency, question.Type.ToString(), question.Face.Title, question.Face.Body, .. question.Face.Options,
        .. question.Face.Rows, .. question.Face.Areas.Select(area => area.ToString()), question.Key.Matter, .. question.Feedback.Accepted.SelectMany(blank => blank), .. question.Feedback.Options.Select(words => words ?? ""), question.Feedback.General ?? "",
    ];

    // What is right in either language is right: a Chinese reader may well know the English term.
    private static AnswerKey Key(QuizQuestion? english, QuizQuestion? chinese) => (english?.Key, chinese?.Key) switch
    {
        (BlanksKey a, BlanksKey b) => new BlanksKey([.. a.Blanks.Zip(b.Blanks, (one, other) => one.Union(other).ToArray())]),
        var (a, b) => a ?? b!, // one of them exists
    };

    private static int Size(AnswerKey key) => Math.Max(key.Options, key.Parts);

    private static QuizQuestion? Find(QuizFile? file, QuizQuestion question) => file?.Questions.FirstOrDefault(other => Key(other) == Key(question));

    private static (string Family, string Variant) Key(QuizQuestion question) => (question.Family, question.Variant);
}
