using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The colour of a session's state.</summary>
internal static class SessionTones
{
    public static Tone ToneOf(this SessionState state) => state switch
    {
        SessionState.Running => Tone.Brand,
        SessionState.Ended => Tone.Attention,
        SessionState.Signed => Tone.Good,
        _ => Tone.Plain,
    };
}

/// <summary>An action item as its line shows it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Owner">The owner's name.</param>
/// <param name="Viewer">Who looks: only its owner may settle it.</param>
/// <param name="Today">The owner's day.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="ReturnUrl">The page it stands on.</param>
internal sealed record ShownItem(ActionItemRow Item, string Owner, Guid Viewer, DateOnly Today, string? Reason, string ReturnUrl)
{
    public bool IsOverdue => Item.State == ActionItemState.Open && Item.DueOn < Today;
}
