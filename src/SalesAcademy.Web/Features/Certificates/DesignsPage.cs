using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Every design, drawn for one certification on one paper.</summary>
internal sealed record DesignsPage(Catalogue Catalogue, Certification? Certification, bool IsLetter)
{
    public const string Letter = "letter";

    public static DesignsPage Of(Catalogue catalogue, string? certification, string? paper) =>
        new(catalogue, (certification is null ? null : catalogue.FindCertification(certification)) ?? (catalogue.Certifications is [var first, ..] ? first : null), paper is null ? catalogue.Academy.PrintsOnLetter : paper == Letter);

    public int UsesOf(CertificateDesign design) => Catalogue.Certifications.Count(one => one.Design == design.Id);

    public string Url(bool letter) => $"{DesignsController.Url}{Asked(letter)}";

    public string Url(CertificateDesign design, Specimen specimen, string form) => $"{DesignsController.Url}/{design.Id}/{specimen}.{form}{Asked(IsLetter)}";

    private string Asked(bool letter) => $"?certification={Certification?.Id}&paper={(letter ? Letter : "a4")}";
}
