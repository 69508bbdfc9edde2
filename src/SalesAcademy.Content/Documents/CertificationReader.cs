using System.Globalization;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads certifications: what is asked, how long a certificate is valid, and how it is renewed.</summary>
internal static partial class CertificationReader
{
    private const int MostRenewalDays = 365;
    private const int ShortestMonth = 28;

    // A month before the end, a week before it, and the day after it of itself.
    private static readonly int[] StandardReminders = [30, 7];

    public static object Certification(YamlFile file)
    {
        var fields = file.Fields();
        var (course, quiz, everyLesson) = (fields.Id("course"), fields.Id("quiz"), fields.Choice("lessons", standard: true, ("all", true), ("none", false)));
        var validity = Validity(fields);
        var certification = new Certification
        {
            Id = file.Id,
            Title = fields.Words("title"),
            Course = course,
            Quiz = quiz,
            EveryLesson = everyLesson,
            Validity = validity,
            Renewal = Renewal(file, fields, (course, quiz, everyLesson), validity),
            Statement = fields.Words("statement"),
            Design = fields.Has("design") ? fields.Id("design") : CertificateDesign.Shipped[0].Id,
            Hash = file.Hash,
        };
        fields.Finish();
        ReferToQuiz(file, course, quiz, fields.LineOf("quiz"));
        file.Refer(ReferenceKind.Design, certification.Design, fields.LineOf("design"));
        return certification;
    }

    private static ValidityRule Validity(Fields fields)
    {
        var months = Months(fields);
        var basis = fields.Choice("counts-from", ExpiryBasis.PreviousEnd, ("previous-end", ExpiryBasis.PreviousEnd), ("completion", ExpiryBasis.Completion));
        var endsOn = EndsOn(fields);
        if (endsOn is null)
            return new(months, basis);
        if (months is null or < 12)
            fields.Wrong("ends-on", 0, "expected.ends-on-long");
        if (fields.Has("counts-from"))
            fields.Wrong("counts-from", 0, "expected.ends-on-alone");
        return new(months ?? 12, ExpiryBasis.DayOfTheYear, endsOn);
    }

    private static CertificationRenewal Renewal(YamlFile file, Fields outer, (string Course, string Quiz, bool EveryLesson) original, ValidityRule validity)
    {
        var isGiven = outer.Has("renewal");
        var fields = outer.Map("renewal");
        if (isGiven && validity.Months is null)
            outer.Wrong("renewal", 0, "expected.renewal");
        var course = fields.Has("course") ? fields.Id("course") : original.Course;
        var quiz = fields.Has("quiz") ? fields.Id("quiz") : original.Quiz;
        var some = fields.Take("lessons") is YamlList ? fields.Ids("lessons") : [];
        var renewal = new CertificationRenewal
        {
            Course = course,
            Quiz = quiz,
            EveryLesson = some.Count == 0 && fields.Choice("lessons", original.EveryLesson, ("all", true), ("none", false)),
            Lessons = some,
            Rule = new(Days(fields, "opens", StandardDays(validity.Months), from: 1), Days(fields, "grace", RenewalRule.StandardGrace, from: 0)),
            ReminderDays = Reminders(fields),
        };
        fields.Finish();
        if (validity.Months * ShortestMonth <= renewal.Rule.OpensDays)
            file.Problems.Error(isGiven ? fields.LineOf("opens") : outer.LineOf("valid"), "renewal-window");
        foreach (var lesson in some)
            file.Refer(ReferenceKind.Lesson, $"{course}/{lesson}", fields.LineOf("lessons"));
        if (course != original.Course || quiz != original.Quiz)
            ReferToQuiz(file, course, quiz, fields.LineOf(fields.Has("quiz") ? "quiz" : "course"));
        return renewal;
    }

    private static void ReferToQuiz(YamlFile file, string course, string quiz, int line)
    {
        if (course.Length > 0 && quiz.Length > 0)
            file.Refer(ReferenceKind.CertificationQuiz, $"{course}/{quiz}", line);
    }

    // Of a short certificate the second half.
    private static int StandardDays(int? months) => months * ShortestMonth is { } days and <= RenewalRule.StandardDays ? days / 2 : RenewalRule.StandardDays;

    private static int? Months(Fields fields)
    {
        if (!fields.Has("valid"))
            return null;
        var match = MonthForm().Match(fields.Text("valid"));
        return match.Success ? int.Parse(match.Groups["months"].ValueSpan, CultureInfo.InvariantCulture) : fields.Wrong<int?>("valid", null, "expected.months");
    }

    private static YearDay? EndsOn(Fields fields)
    {
        var text = fields.Text("ends-on", required: false);
        if (text.Length == 0)
            return null;
        // 2028 is a leap year: in it 29 February is a day.
        return DateOnly.TryParseExact($"2028-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day)
            : fields.Wrong<YearDay?>("ends-on", null, "expected.day-of-year");
    }

    private static int Days(Fields fields, string key, int standard, int from) =>
        fields.Text(key, required: false) is not { Length: > 0 } text ? standard
        : DaysOf(text) is { } days && days >= from ? days
        : fields.Wrong(key, standard, "expected.days-within", standard);

    private static int[] Reminders(Fields fields)
    {
        if (!fields.Has("remind"))
            return StandardReminders;
        if (fields.Take("remind") is not YamlList list)
            return fields.Wrong("remind", StandardReminders, "expected.reminders");
        var days = list.Items.Select(item => item is YamlText text ? DaysOf(text.Value) : null).ToArray();
        return days.Length <= 6 && days.All(one => one is not null)
            ? [.. days.OfType<int>().Distinct().OrderDescending()]
            : fields.Wrong("remind", StandardReminders, "expected.reminders-few");
    }

    private static int? DaysOf(string text) =>
        DayForm().Match(text) is { Success: true } match && int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture) is var days and <= MostRenewalDays ? days : null;

    [GeneratedRegex(@"^(?<months>[1-9][0-9]{0,2}) months?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MonthForm();

    [GeneratedRegex(@"^(?<days>[0-9]{1,3}) ?d\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DayForm();
}
