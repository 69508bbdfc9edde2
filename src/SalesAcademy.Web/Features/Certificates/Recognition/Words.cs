namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Marks the words of what is recognised without a certificate of the academy: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
