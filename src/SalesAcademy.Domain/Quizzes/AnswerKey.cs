namespace SalesAcademy.Domain.Quizzes;

/// <summary>What a response to a question has to be, and by what it is judged. One kind for each way of answering; every rule is told to the learner.</summary>
public abstract record AnswerKey
{
    /// <summary>How many options or items stand on screen in an order of their own; 0 where there are none.</summary>
    public abstract int Options { get; }

    /// <summary>How many parts are right or wrong by themselves; 0 where the response is judged as one.</summary>
    public virtual int Parts => 0;

    /// <summary>
    /// What has to be known, in one word that is the same in both languages: where it changes, the question has become another, and
    /// earlier answers no longer speak for it (model.md section 1).
    /// </summary>
    public abstract string Matter { get; }

    /// <summary>Whether the order of the file would tell the answer, so that it is always shuffled.</summary>
    public virtual bool HidesOrder => false;

    /// <summary>g: the chance of a blind right answer, 0..0.5 (model.md section 1).</summary>
    public abstract double Guess { get; }

    /// <summary>A response that answers nothing.</summary>
    public abstract Response Nothing { get; }

    /// <summary>Whether a response is of this question's form; any other is refused before it is stored.</summary>
    public abstract bool Fits(Response response);
}

/// <summary>A key that decides by itself what is right.</summary>
public abstract record ObjectiveKey : AnswerKey
{
    /// <summary>A response that is wholly right.</summary>
    public abstract Response Solution { get; }

    /// <summary>The score of a response that fits, 0..1.</summary>
    public abstract double Score(Response response);
}

/// <summary>
/// A key of equal parts: the score is the right parts over all parts. Nothing is taken off for a wrong part, which scores as much as
/// an empty one.
/// </summary>
public abstract record PartedKey : ObjectiveKey
{
    /// <inheritdoc/>
    public abstract override int Parts { get; }

    /// <summary>Whether each part of a response that fits is right.</summary>
    public abstract IReadOnlyList<bool> RightParts(Response response);

    /// <inheritdoc/>
    public sealed override double Score(Response response)
    {
        var parts = RightParts(response);
        return (double)parts.Count(right => right) / parts.Count;
    }
}
