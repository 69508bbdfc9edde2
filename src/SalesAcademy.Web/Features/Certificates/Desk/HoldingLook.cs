using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>How what somebody holds is shown: icon, word and colour together.</summary>
internal static class HoldingLook
{
    public static Tone Tone(this Holding holding) => holding switch
    {
        Holding.Held => Shared.Look.Tone.Good,
        Holding.EndsSoon or Holding.Waiting => Shared.Look.Tone.Attention,
        Holding.Waived or Holding.External => Shared.Look.Tone.Brand,
        Holding.Revoked or Holding.Expired => Shared.Look.Tone.Bad,
        _ => Shared.Look.Tone.Plain,
    };

    public static string Icon(this Holding holding) => holding switch
    {
        Holding.Held => "circle-check",
        Holding.EndsSoon => "clock",
        Holding.Waiting => "hourglass",
        Holding.Expired => "calendar-event",
        Holding.Revoked => "ban",
        Holding.Waived => "flag",
        Holding.External => "external-link",
        _ => "circle-dashed",
    };
}
