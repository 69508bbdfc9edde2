using System.Globalization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>How the room writes days in tables and shows states: icon, word and colour together.</summary>
internal static class CertificateLook
{
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Tone Tone(this CertificateState state) => state switch
    {
        CertificateState.Valid => Shared.Look.Tone.Good,
        CertificateState.Expiring => Shared.Look.Tone.Attention,
        CertificateState.Revoked => Shared.Look.Tone.Bad,
        _ => Shared.Look.Tone.Plain,
    };

    public static string Icon(this CertificateState state) => state switch
    {
        CertificateState.Valid => "circle-check",
        CertificateState.Expiring => "clock",
        CertificateState.Expired => "calendar-event",
        CertificateState.Revoked => "ban",
        _ => "replace",
    };

    /// <summary>A title in the reader's language.</summary>
    public static string Title(string english, string chinese) => ReaderLanguage.Current == ReaderLanguage.Chinese ? chinese : english;
}
