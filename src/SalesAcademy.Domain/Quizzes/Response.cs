namespace SalesAcademy.Domain.Quizzes;

/// <summary>What a learner answered to one question, in terms of the question's file: it never depends on the order on screen.</summary>
public abstract record Response
{
    /// <summary>Whether nothing at all was answered.</summary>
    public abstract bool IsEmpty { get; }
}

/// <summary>Options or areas that were ticked.</summary>
/// <param name="Options">Their places in the file, from 0, in rising order.</param>
public sealed record Chosen(IReadOnlyList<int> Options) : Response
{
    /// <inheritdoc/>
    public override bool IsEmpty => Options.Count == 0;
}

/// <summary>Something given to each row of a table, or to each item of a list.</summary>
/// <param name="Places">In file order: the right-hand side taken for the row, or the item's place in the order, from 0; null for none.</param>
public sealed record Arranged(IReadOnlyList<int?> Places) : Response
{
    /// <inheritdoc/>
    public override bool IsEmpty => Places.All(place => place is null);
}

/// <summary>Words written into each blank.</summary>
/// <param name="Texts">In the order of the blanks; empty for a blank left empty.</param>
public sealed record Written(IReadOnlyList<string> Texts) : Response
{
    /// <inheritdoc/>
    public override bool IsEmpty => Texts.All(string.IsNullOrWhiteSpace);
}

/// <summary>Something spoken, kept as a recording.</summary>
/// <param name="Recording">Its id; null for none.</param>
public sealed record Recorded(Guid? Recording) : Response
{
    /// <inheritdoc/>
    public override bool IsEmpty => Recording is null;
}
