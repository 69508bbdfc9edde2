namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Marks the words of HR's lists: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
