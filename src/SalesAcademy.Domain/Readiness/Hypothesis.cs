using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>One thing that could happen to a seller today, so that its exact effect can be told beforehand (model.md section 4, next step).</summary>
public abstract record Hypothesis
{
    // Later than anything recorded today, so an answer that would no longer count today changes nothing.
    private const long Last = long.MaxValue;

    private Hypothesis()
    {
    }

    /// <summary>The record with this added.</summary>
    public abstract SellerRecord AddTo(SellerRecord record, DateOnly today);

    /// <summary>A name that is the same in every run; ties between equal effects fall by it.</summary>
    public abstract string Id { get; }

    /// <summary>The family is answered right.</summary>
    public sealed record RightAnswer(string Family) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => "answer:" + Family;

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => Answered(record, [Family], today);
    }

    /// <summary>A lesson's check is answered right, all of its families.</summary>
    public sealed record LessonCheck(string Lesson, IReadOnlyList<string> Families) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => "lesson:" + Lesson;

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => Answered(record, Families, today);
    }

    /// <summary>The drill is answered right.</summary>
    public sealed record Drill(IReadOnlyList<string> Families) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => "drill";

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => Answered(record, Families, today);
    }

    /// <summary>A coach rates these competencies at a level; one scorecard may rate several.</summary>
    public sealed record Observed(Guid Rater, IReadOnlyList<string> Competencies, int Level, int Levels = 4) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => $"observation:{string.Join('+', Competencies)}:{Rater:N}";

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => record with
        {
            Observations = [.. record.Observations, .. Competencies.Select(id => new Observation(id, Rater, Level, today, Last, Levels))],
        };
    }

    /// <summary>A certification is earned, its exam families answered right.</summary>
    public sealed record Certified(string Certification, IReadOnlyList<string> Families) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => "certification:" + Certification;

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => Answered(record, Families, today) with
        {
            Standing = record.Standing with { Certifications = With(record.Standing.Certifications, Certification) },
        };
    }

    /// <summary>A mandatory course is done, its checks answered right.</summary>
    public sealed record CourseDone(string Course, IReadOnlyList<string> Families) : Hypothesis
    {
        /// <inheritdoc/>
        public override string Id => "course:" + Course;

        /// <inheritdoc/>
        public override SellerRecord AddTo(SellerRecord record, DateOnly today) => Answered(record, Families, today) with
        {
            Standing = record.Standing with { Courses = With(record.Standing.Courses, Course) },
        };
    }

    private static SellerRecord Answered(SellerRecord record, IReadOnlyList<string> families, DateOnly today)
    {
        var editions = record.Families.ToDictionary(f => f.Id, f => f.Edition, StringComparer.Ordinal);
        var answers = families.Where(editions.ContainsKey)
            .Select(id => new Answer(id, today, Last, 1, Edition: editions[id]));
        return record with { Answers = [.. record.Answers, .. answers] };
    }

    private static HashSet<string> With(IReadOnlySet<string> ids, string id) => new(ids, StringComparer.Ordinal) { id };
}
