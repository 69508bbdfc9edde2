using System.Globalization;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The words that every certificate has in common, and how it writes dates, hashes and apostrophes.</summary>
internal static class CertificateWords
{
    private static readonly CultureInfo BritishEnglish = CultureInfo.GetCultureInfo("en-GB");

    public static Bilingual Title { get; } = new("Certificate of Competence", "能力认证证书");

    public static Bilingual Lead { get; } = new("This certifies that", "兹证明");

    public static Bilingual ContentVersion { get; } = new("Content version", "内容版本");

    public static Bilingual Issued { get; } = new("Issued", "签发日期");

    public static Bilingual ValidUntil { get; } = new("Valid until", "有效期至");

    public static Bilingual NoExpiry { get; } = new("No expiry date", "长期有效");

    public static Bilingual Number(CertificateLanguage language) =>
        new(language == CertificateLanguage.Mixed ? "Certificate no." : "Certificate number", "证书编号");

    public static Bilingual VerifyAt(CertificateLanguage language) =>
        new("Verify at", language == CertificateLanguage.Mixed ? "验证" : "验证网址");

    public static string Date(DateOnly date, CertificateLanguage language) => language switch
    {
        CertificateLanguage.English => date.ToString("d MMMM yyyy", BritishEnglish),
        CertificateLanguage.Chinese => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Twelve digits in groups of four, with thin spaces.</summary>
    public static string Hash(string hash) =>
        hash.Length < 12 ? hash : $"{hash[..4]}\u2009{hash[4..8]}\u2009{hash[8..12]}";

    public static string LanguageTag(CertificateLanguage language) =>
        language == CertificateLanguage.English ? "en" : "zh-Hans";
}
