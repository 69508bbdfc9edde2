namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>Marks the words of issuing to several people at once: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
