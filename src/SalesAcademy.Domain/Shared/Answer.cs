namespace SalesAcademy.Domain.Shared;

/// <summary>Interchangeable variants of one question for one objective: the unit in which knowledge is counted (model.md section 1).</summary>
/// <param name="Id">Unique among all courses.</param>
/// <param name="Competency">The competency it is evidence of.</param>
/// <param name="Guess">g, the chance of a blind right answer: 1/options, 0 for open answers; 0..0.5.</param>
/// <param name="Edition">Changes when the question changes in matter; answers to another edition are dropped.</param>
/// <param name="Drilled">Whether it may come as a drill (pool drill or both).</param>
public sealed record Family(string Id, string Competency, double Guess, string Edition = "", bool Drilled = true);

/// <summary>One seller's answer to one family.</summary>
/// <param name="Family">The family's id.</param>
/// <param name="Date">The tenant-local day it was given.</param>
/// <param name="Order">Rises with time; tells which of one day came first.</param>
/// <param name="Score">s, 0 wrong to 1 right.</param>
/// <param name="Hint">Whether help was taken.</param>
/// <param name="Practice">Practice never counts.</param>
/// <param name="Edition">The family's edition that was answered.</param>
public sealed record Answer(string Family, DateOnly Date, long Order, double Score, bool Hint = false, bool Practice = false, string Edition = "");

/// <summary>What a seller's counted answers say about one family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Score">s of the latest counted answer, 0..1.</param>
/// <param name="Last">Its day.</param>
/// <param name="Memory">How firmly it is remembered since.</param>
/// <param name="StabilityScale">The policy's a.</param>
public sealed record FamilyEvidence(Family Family, double Score, DateOnly Last, Memory Memory, double StabilityScale)
{
    /// <summary>R, the chance of recall (0..1) on a day not before the latest answer.</summary>
    public double Recall(DateOnly day) => Memory.Recall(day.DayNumber - Last.DayNumber, StabilityScale);

    /// <summary>P = g + (1-g)R, the chance of a right answer on a day, guessing included.</summary>
    public double PredictedScore(DateOnly day) => Family.Guess + (1 - Family.Guess) * Recall(day);

    /// <summary>Whether recall has fallen to the retention (0..1) by a day.</summary>
    public bool IsDue(DateOnly day, double retention) =>
        day.DayNumber - Last.DayNumber >= Memory.Interval(retention, StabilityScale);
}
