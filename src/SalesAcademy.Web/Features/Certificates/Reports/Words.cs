namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>Marks the words of saved reports: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
