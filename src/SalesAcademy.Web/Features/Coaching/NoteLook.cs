using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Web.Features.Coaching;

internal static class NoteLook
{
    public static string IconOf(NoteState state) => state switch
    {
        NoteState.Held => "lock",
        NoteState.Withdrawn => "x",
        NoteState.Waiting => "hourglass",
        NoteState.Delivered => "check",
        NoteState.Read => "eye",
        _ => "checks",
    };
}
