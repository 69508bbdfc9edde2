using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Takes the file of a certificate that somebody else has issued.</summary>
internal sealed class TakesCertificatesAttribute() : TakesFilesAttribute(limits => limits.CertificateMegabytes);
