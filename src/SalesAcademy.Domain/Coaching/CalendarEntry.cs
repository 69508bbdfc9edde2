namespace SalesAcademy.Domain.Coaching;

/// <summary>A session as calendars keep it: when, where, with whom, and the page of everything else.</summary>
public sealed record CalendarEntry
{
    /// <summary>Stays the same for one session whatever changes: calendars know it again by this.</summary>
    public required Guid Id { get; init; }

    /// <summary>How often its time or place was changed or it was called off, from 0: a calendar keeps the highest.</summary>
    public required int Revision { get; init; }

    /// <summary>When that was last, UTC.</summary>
    public required DateTime RevisedAt { get; init; }

    /// <summary>When it begins, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>How long it takes, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>The language of the words: en or zh-Hans.</summary>
    public required string Language { get; init; }

    /// <summary>What it is called.</summary>
    public required string Summary { get; init; }

    /// <summary>A sentence for calendars that do not show the address of the page.</summary>
    public required string Description { get; init; }

    /// <summary>Where; may be empty.</summary>
    public required string Place { get; init; }

    /// <summary>The page it leads to.</summary>
    public required string Url { get; init; }

    /// <summary>Whether it does not take place.</summary>
    public required bool IsCalledOff { get; init; }

    /// <summary>Who called it: the coach.</summary>
    public required CalendarPerson Organiser { get; init; }

    /// <summary>Who is to come beside the coach.</summary>
    public required IReadOnlyList<CalendarPerson> Attendees { get; init; }
}

/// <summary>Somebody in a calendar.</summary>
/// <param name="Name">As they write it.</param>
/// <param name="Email">Their address.</param>
public sealed record CalendarPerson(string Name, string Email);
