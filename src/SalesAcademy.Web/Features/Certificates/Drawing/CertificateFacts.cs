namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The four facts of a certificate and where it is verified, in the words of its language.</summary>
internal static class CertificateFacts
{
    public static (string Field, string Label, string Value)[] Of(CertificateText text) =>
    [
        (nameof(text.Number), CertificateWords.Number(text.Language).In(text.Language), Typography.Tidy(text.Number)),
        (nameof(text.ContentHash), CertificateWords.ContentVersion.In(text.Language), CertificateWords.Hash(text.ContentHash)),
        (nameof(text.Issued), CertificateWords.Issued.In(text.Language), CertificateWords.Date(text.Issued, text.Language)),
        (nameof(text.ValidUntil), CertificateWords.ValidUntil.In(text.Language), text.ValidUntil is { } end
            ? CertificateWords.Date(end, text.Language)
            : CertificateWords.NoExpiry.In(text.Language)),
    ];

    /// <summary>A long address does without the words before it: the code beside it says what it is for.</summary>
    public static string Address(CertificateText text, string address, Fitting fitting, TextStyle style)
    {
        var labelled = $"{CertificateWords.VerifyAt(text.Language).In(text.Language)} {address}";
        return fitting.Fits(nameof(text.VerificationAddress), labelled, style) ? labelled : address;
    }
}
