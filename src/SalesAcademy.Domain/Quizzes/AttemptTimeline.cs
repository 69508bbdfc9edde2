namespace SalesAcademy.Domain.Quizzes;

/// <summary>What is noted of an attempt beside its answers.</summary>
public enum SignalKind
{
    /// <summary>Its page went out of sight.</summary>
    Left,

    /// <summary>Its page was seen again.</summary>
    Returned,

    /// <summary>An answer came from another browser than the one before it. The first of an attempt says only which browser that was.</summary>
    Device,
}

/// <summary>One thing that was noted.</summary>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Kind">What.</param>
/// <param name="Question">At which question, from 1.</param>
public sealed record AttemptSignal(DateTime At, SignalKind Kind, int Question);

/// <summary>One line of what happened during an attempt.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Question">At which question, from 1.</param>
/// <param name="Away">How long the page was out of sight; null where no return was noted, and for what is no leaving.</param>
public sealed record AttemptMoment(DateTime At, SignalKind Kind, int Question, TimeSpan? Away);

/// <summary>When a question was answered.</summary>
/// <param name="Question">Its number, from 1.</param>
/// <param name="SavedAt">When its answer was saved last.</param>
/// <param name="Took">The time since the answer saved before it, or since the beginning; 0 or more.</param>
public sealed record AnswerTime(int Question, DateTime SavedAt, TimeSpan Took);

/// <summary>Puts what was noted of an attempt into the order in which a person reads it. It judges nothing.</summary>
public static class AttemptTimeline
{
    /// <summary>How much is noted of one attempt at most: no page can fill the disk.</summary>
    public const int Most = 200;

    /// <summary>What happened, in order: a leaving and the return to the same question are one line, and the first browser is no change.</summary>
    /// <param name="signals">The signals in the order in which they were noted.</param>
    public static IReadOnlyList<AttemptMoment> Of(IEnumerable<AttemptSignal> signals)
    {
        var (moments, isFirst) = (new List<AttemptMoment>(), true);
        foreach (var signal in signals)
        {
            var left = signal.Kind == SignalKind.Returned ? moments.FindLastIndex(moment => moment is { Kind: SignalKind.Left, Away: null } && moment.Question == signal.Question) : -1;
            if (left >= 0)
                moments[left] = moments[left] with { Away = signal.At - moments[left].At };
            else if (signal.Kind != SignalKind.Device || !isFirst)
                moments.Add(new AttemptMoment(signal.At, signal.Kind, signal.Question, null));
            isFirst &= signal.Kind != SignalKind.Device;
        }

        return moments;
    }

    /// <summary>The answered questions in the order in which they were saved last.</summary>
    /// <param name="startedAt">When the attempt began.</param>
    /// <param name="answers">Number and last saving of each answered question.</param>
    public static IReadOnlyList<AnswerTime> Times(DateTime startedAt, IEnumerable<(int Question, DateTime SavedAt)> answers)
    {
        var before = startedAt;
        var times = new List<AnswerTime>();
        foreach (var (question, savedAt) in answers.OrderBy(answer => answer.SavedAt).ThenBy(answer => answer.Question))
        {
            times.Add(new AnswerTime(question, savedAt, savedAt - before));
            before = savedAt;
        }

        return times;
    }
}
