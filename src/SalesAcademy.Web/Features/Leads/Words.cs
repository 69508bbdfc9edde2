namespace SalesAcademy.Web.Features.Leads;

/// <summary>Marks the words of this room: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
