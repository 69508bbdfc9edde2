namespace SalesAcademy.Web.Features.Audit;

/// <summary>Marks the words of this room: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
