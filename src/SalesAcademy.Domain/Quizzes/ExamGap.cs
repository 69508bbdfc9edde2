namespace SalesAcademy.Domain.Quizzes;

/// <summary>How the same people do in an examination and in their drills, in one competency.</summary>
/// <param name="Competency">What is measured.</param>
/// <param name="People">How many people answered on both sides; nobody else is counted.</param>
/// <param name="Exam">The share right in the examination, 0..1, and of how many answers.</param>
/// <param name="Drill">The same in drills.</param>
public sealed record ExamGap(string Competency, int People, (double Facility, int Answers) Exam, (double Facility, int Answers) Drill)
{
    /// <summary>Examination less drill, -1..1; null while either side has fewer answers than statistics need.</summary>
    public double? Difference => Math.Min(Exam.Answers, Drill.Answers) < ItemFlags.LeastAnswers ? null : Exam.Facility - Drill.Facility;

    /// <summary>What the difference says: one within two standard errors says nothing.</summary>
    public GapReading Reading => Difference is not { } difference ? GapReading.TooFew
        : !ItemFlags.Differ(Exam, Drill) ? GapReading.Same
        : difference < 0 ? GapReading.ExamLower : GapReading.ExamHigher;

    /// <summary>The gap of a competency.</summary>
    /// <param name="competency">What is measured.</param>
    /// <param name="exam">Per person: answers in the examination and the sum of their scores.</param>
    /// <param name="drill">The same in drills.</param>
    public static ExamGap Of(string competency, IReadOnlyDictionary<Guid, (int Answers, double Right)> exam, IReadOnlyDictionary<Guid, (int Answers, double Right)> drill)
    {
        var both = exam.Keys.Where(drill.ContainsKey).Order().ToArray();
        return new ExamGap(competency, both.Length, Of(exam), Of(drill));

        (double Facility, int Answers) Of(IReadOnlyDictionary<Guid, (int Answers, double Right)> side)
        {
            var answers = both.Sum(person => side[person].Answers);
            return (answers == 0 ? 0 : both.Sum(person => side[person].Right) / answers, answers);
        }
    }
}

/// <summary>What a gap says to an author.</summary>
public enum GapReading
{
    /// <summary>Too few answers on either side to compare.</summary>
    TooFew,

    /// <summary>No difference beyond chance: what is drilled carries over.</summary>
    Same,

    /// <summary>Less is right in the examination: drills are easier, or known by heart.</summary>
    ExamLower,

    /// <summary>More is right in the examination: it asks less than the drills do.</summary>
    ExamHigher,
}
