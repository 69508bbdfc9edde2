using System.Globalization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A session in a list.</summary>
internal sealed record SessionLine(Guid Id, SessionKind Kind, SessionState State, DateTime StartsAt, int Minutes, string Place, Guid Seller, string SellerName, Guid Coach, string CoachName);

/// <summary>An open action item in a list, and the day it is where its owner lives.</summary>
internal sealed record ItemLine(ActionItemRow Item, string Owner, DateOnly Today);

/// <summary>The sessions somebody takes part in and what they have still to do.</summary>
internal sealed record SessionsPage(IReadOnlyList<SessionLine> Lines, IReadOnlyList<ItemLine> Items, CurrentPerson Viewer)
{
    public IEnumerable<SessionLine> Ahead => Lines.Where(line => line.State is SessionState.Planned or SessionState.Running).Reverse();

    public IEnumerable<SessionLine> ToSign => Lines.Where(line => line.State == SessionState.Ended);

    public IEnumerable<SessionLine> Past => Lines.Where(line => line.State is SessionState.Signed or SessionState.Excused or SessionState.Cancelled);
}

/// <summary>With whom a session can be planned.</summary>
internal sealed record ChooseSellerPage(IReadOnlyList<(Guid Id, string Name)> Team);

/// <summary>A session to be planned, empty or refused.</summary>
/// <param name="Today">The coach's day.</param>
/// <param name="Instant">What the day and the time of the form say.</param>
internal sealed record NewSessionPage(string Name, SessionForm Form, IReadOnlyList<Rubric> Rubrics, IReadOnlyList<(Guid Id, string Name)> Raters, DateOnly Today, DateTime Instant, string Language);

/// <summary>One rater of a session, and what the viewer may see of their card.</summary>
internal sealed record RaterLine(SessionRaterRow Row, string Name, bool IsShown, IReadOnlyDictionary<string, SessionMarkRow> Marks);

/// <summary>An earlier edition of the summary that somebody signed or refused to, and the action items it held.</summary>
internal sealed record EditionLine(SessionEditionRow Row, IReadOnlyList<SessionSignatureRow> Signatures, IReadOnlyList<ActionItemRow> Items);

/// <summary>A session as one of those who take part in it sees it.</summary>
internal sealed record SessionPage
{
    public required SessionRow Session { get; init; }

    public required CurrentPerson Viewer { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The day it is where the viewer lives.</summary>
    public DateOnly Today => Viewer.Zone.DayOf(Now);

    /// <summary>What else the viewer takes part in at the same time, as long as it is only planned.</summary>
    public required IReadOnlyList<SessionLine> Clashes { get; init; }

    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>The day it is where each of them lives: what they owe is due by it.</summary>
    public required IReadOnlyDictionary<Guid, DateOnly> Days { get; init; }

    public required Rubric? Rubric { get; init; }

    public required IReadOnlyList<RaterLine> Raters { get; init; }

    public required IReadOnlyList<(SessionCommentRow Row, string Rater)> Comments { get; init; }

    /// <summary>Of this session, and what came along from earlier ones.</summary>
    public required IReadOnlyList<ActionItemRow> Items { get; init; }

    public required IReadOnlyList<SessionSignatureRow> Signatures { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<EditionLine> Editions { get; init; }

    /// <summary>Words kept in erasable rows, by their ids.</summary>
    public required IReadOnlyDictionary<Guid, string> Said { get; init; }

    /// <summary>Scorecards by their raters.</summary>
    public required IReadOnlyDictionary<Guid, Guid> Cards { get; init; }

    /// <summary>Why the last step was refused, in the viewer's language.</summary>
    public string? Refusal { get; init; }

    /// <summary>The row of the rubric it was refused for.</summary>
    public string? MissingRow { get; init; }

    /// <summary>The id of the field it was refused for.</summary>
    public string? WrongField { get; init; }

    /// <summary>What was filled in then.</summary>
    public IFormCollection? Typed { get; init; }

    /// <summary>The step it was filled in for: forms of others have fields of that name too.</summary>
    public string? Step { get; init; }

    public string Url => SessionNotices.LinkTo(Session.Id);

    public bool IsCoach => Viewer.Id == Session.Coach;

    public bool IsSeller => Viewer.Id == Session.Seller;

    public bool IsOfTheTwo => IsCoach || IsSeller;

    public RaterLine? Own => Raters.FirstOrDefault(rater => rater.Row.Person == Viewer.Id);

    public bool IsRating => Session.State == SessionState.Running && Own is { Row.HandedInAt: null };

    /// <summary>While this stays, the page keeps its parts and only what they say changes.</summary>
    public string Stage => $"{Session.State} {IsRating} {Own?.Row.HandedInAt is not null}";

    /// <summary>Somebody of the two whose signature the present edition still lacks.</summary>
    public bool MaySign => IsOfTheTwo && Session is { State: SessionState.Ended, Edition: > 0 } && !Signatures.Any(s => s.Person == Viewer.Id && s.Edition == Session.Edition && s.Agrees);

    public string Words(Guid? id) => id is { } kept && Said.TryGetValue(kept, out var words) ? words : "";

    public string TypedOr(string step, string field, string otherwise) => step == Step && Typed is { } form && form.TryGetValue(field, out var value) ? value.ToString() : otherwise;

    public string? Wrong(string field) => field == WrongField ? "true" : null;

    /// <summary>Its time and place as they stand, or as they were typed.</summary>
    public TimeFields Time()
    {
        var local = Viewer.Zone.LocalOf(Session.StartsAt);
        return new(
            TypedOr("move", "Day", DateOnly.FromDateTime(local).ToString("O", CultureInfo.InvariantCulture)), TypedOr("move", "At", local.ToString("HH:mm", CultureInfo.InvariantCulture)), TypedOr("move", "Minutes", $"{Session.Minutes}"),
            TypedOr("move", "Place", Session.Place), Today, Session.StartsAt, field => field == WrongField);
    }
}
