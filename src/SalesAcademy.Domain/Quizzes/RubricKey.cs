using System.Globalization;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>How an answer that a person judges is given.</summary>
public enum AnswerMedium
{
    /// <summary>Written.</summary>
    Text,

    /// <summary>Spoken.</summary>
    Audio,

    /// <summary>Spoken and seen.</summary>
    Video,
}

/// <summary>By which rubric people judge an open answer or a recorded pitch: nothing about it is right or wrong by itself.</summary>
/// <param name="Rubric">The id of the rubric; its levels are those of the catalogue the attempt is taken under.</param>
/// <param name="Medium">How it is given.</param>
/// <param name="Graders">How many people judge it, neither seeing the other's grade before giving one: 1 or 2.</param>
/// <param name="Most">The longest answer, in characters of a text or seconds of a recording.</param>
public sealed record RubricKey(string Rubric, AnswerMedium Medium, int Graders, int Most) : AnswerKey
{
    /// <inheritdoc/>
    public override int Options => 0;

    /// <summary>All that is said of it, since the wording is the rubric's.</summary>
    public override string Matter => string.Join('.', Rubric, Medium, Graders.ToString(CultureInfo.InvariantCulture), Most.ToString(CultureInfo.InvariantCulture));

    /// <summary>Nobody convinces a grader blindly.</summary>
    public override double Guess => 0;

    /// <inheritdoc/>
    public override Response Nothing => Medium == AnswerMedium.Text ? new Written([""]) : new Recorded(null);

    /// <summary>That a recording belongs to the attempt is for whoever stores it to see to.</summary>
    public override bool Fits(Response response) => Medium == AnswerMedium.Text ? response is Written { Texts: [{ Length: var length }] } && length <= Most : response is Recorded;
}
