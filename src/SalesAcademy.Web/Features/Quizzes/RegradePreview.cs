using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a regrade would change. Reading it changes nothing.</summary>
/// <param name="Version">The question as it was asked.</param>
/// <param name="Quiz">Its quiz as it was taken.</param>
/// <param name="Family">Its family as it was asked.</param>
/// <param name="Published">The family as it is published; null when it is asked no longer.</param>
/// <param name="NoNewKey">Why there is no new key to grade by; null when there is one.</param>
/// <param name="Way">By what it is graded.</param>
/// <param name="MayFall">Whether marks may also fall.</param>
/// <param name="Attempts">Ended attempts that were asked it.</param>
internal sealed record RegradePreview(
    QuestionVersion Version, Quiz Quiz, QuestionFamily Family, QuestionFamily? Published, Refusal? NoNewKey, RegradeWay Way, bool MayFall, int Attempts)
{
    /// <summary>The marks that would change, in the order of the attempts.</summary>
    public IReadOnlyList<RegradeChange> Changes { get; init; } = [];

    /// <summary>The hash of the family whose key is taken; null for full marks.</summary>
    public string? ToEdition => Way == RegradeWay.NewKey ? Published?.Hash : null;

    public int Risen => Changes.Count(change => change.After > change.Before);

    public int Fallen => Changes.Count(change => change.After < change.Before);

    public int NewlyPassed => Changes.Count(change => change.NewlyPassed);

    public int NoLongerPassed => Changes.Count(change => change.NoLongerPassed);

    /// <summary>Names exactly what would change: the form carries it, so that nobody applies what they did not see.</summary>
    public string Digest
    {
        get
        {
            var seen = new StringBuilder($"{Version}|{Way}|{MayFall}|{ToEdition}|{Quiz.Pass.ToString("R", CultureInfo.InvariantCulture)}");
            foreach (var change in Changes)
                seen.Append(CultureInfo.InvariantCulture, $"|{change.Attempt.Id}:{change.Before:R}:{change.After:R}:{change.Attempt.Score:R}:{change.Outcome.Score:R}:{change.Outcome.Passed}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())));
        }
    }
}

/// <summary>A mark that would change, and the result with it.</summary>
/// <param name="Attempt">The attempt as it stands.</param>
/// <param name="Position">The question's place in it, from 1.</param>
/// <param name="Number">The how many-th regrade of this mark it is.</param>
/// <param name="Before">The mark as it stands, 0..1.</param>
/// <param name="After">The mark it would have.</param>
/// <param name="Outcome">What the attempt would come to.</param>
internal sealed record RegradeChange(AttemptRow Attempt, int Position, int Number, double Before, double After, Outcome Outcome)
{
    public bool NewlyPassed => Outcome.Passed && Attempt.Passed != true;

    public bool NoLongerPassed => !Outcome.Passed && Attempt.Passed == true;
}
