namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The same words in both languages; either may be missing, and then the other stands in.</summary>
internal sealed record Bilingual(string? English, string? Chinese)
{
    /// <summary>Between the two languages of one line; set wider than a space (see <see cref="ScriptRuns"/>).</summary>
    public const char PairSpace = '\u2002';

    /// <summary>The words of one certificate language, tidied; the mixed certificate sets both side by side.</summary>
    public string In(CertificateLanguage language)
    {
        var (english, chinese) = (Typography.Tidy(English), Typography.Tidy(Chinese));
        return language switch
        {
            CertificateLanguage.English => english.Length > 0 ? english : chinese,
            CertificateLanguage.Mixed when english.Length > 0 && chinese.Length > 0 && english != chinese => $"{chinese}{PairSpace}{english}",
            _ => chinese.Length > 0 ? chinese : english,
        };
    }
}
