using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>What a certificate says: the holder's language and names, the organisation's words, and where to verify it.</summary>
internal static class CertificateWriting
{
    private const string SpecimenMark = "SPECIMEN";

    /// <param name="holder">Whose language chooses; somebody with a Chinese and a Latin name gets the document in both.</param>
    public static CertificateText Text(CertificateRow row, PersonRow holder, Certification certification, Catalogue catalogue, AcademyOptions options)
    {
        var (names, academy) = (Names(row.Name, row.LatinName), catalogue.Academy);
        return new CertificateText
        {
            Language = names is { English: not null, Chinese: not null } ? CertificateLanguage.Mixed
                : holder.Language == ReaderLanguage.Chinese ? CertificateLanguage.Chinese : CertificateLanguage.English,
            Design = Design(certification, catalogue),
            Accent = academy.Accent,
            Logo = catalogue.Logo,
            Paper = academy.PrintsOnLetter ? Sheet.Letter : Sheet.A4,
            Organisation = Both(academy.Name),
            Unit = Both(academy.Unit),
            Title = CertificateWords.Title,
            Holder = names,
            Statement = Both(certification.Statement),
            Course = Both(certification.Title),
            Number = row.Number,
            ContentHash = row.ContentHash,
            Issued = row.From,
            ValidUntil = row.Until,
            Signatories = [.. academy.Signatories.Select(s => new Drawing.Signatory(Both(s.Name), Both(s.Role)))],
            VerificationAddress = Address(academy, options),
            VerificationCode = row.Code,
        };
    }

    /// <summary>What a certificate would say, made plain in its title, number and code that it is none: the code leads to a page that knows of no such certificate.</summary>
    public static CertificateText Specimen(Certification certification, Catalogue catalogue, AcademyOptions options, Bilingual holder, DateOnly today) => new()
    {
        Design = Design(certification, catalogue),
        Accent = catalogue.Academy.Accent,
        Logo = catalogue.Logo,
        IsSpecimen = true,
        Language = CertificateLanguage.English,
        Organisation = Both(catalogue.Academy.Name),
        Unit = Both(catalogue.Academy.Unit),
        Title = new($"Specimen, not a certificate: {CertificateWords.Title.English}", $"样本，并非证书：{CertificateWords.Title.Chinese}"),
        Holder = holder,
        Statement = Both(certification.Statement),
        Course = Both(certification.Title),
        Number = SpecimenMark,
        ContentHash = certification.Hash,
        Issued = today,
        ValidUntil = certification.Validity.LastDay(today, null, certification.Renewal.Rule.OpensDays),
        Signatories = [.. catalogue.Academy.Signatories.Select(s => new Drawing.Signatory(Both(s.Name), Both(s.Role)))],
        VerificationAddress = Address(catalogue.Academy, options),
        VerificationCode = SpecimenMark,
    };

    /// <summary>The short address of this site where it is known, else the one the academy's own file gives.</summary>
    private static Uri Address(Academy academy, AcademyOptions options) =>
        options.Address is { } site ? new Uri(site, "/v/") : new Uri(academy.Verification.TrimEnd('/') + "/");

    private static CertificateDesign Design(Certification certification, Catalogue catalogue) => catalogue.FindDesign(certification.Design) ?? CertificateDesign.Shipped[0];

    private static Bilingual Names(string name, string? latinName)
    {
        var chinese = ScriptRuns.HasHan(name);
        return new Bilingual(string.IsNullOrWhiteSpace(latinName) ? chinese ? null : name : latinName, chinese ? name : null);
    }

    private static Bilingual Both(Localised<string> text) => new(text.English, text.Chinese);
}
