namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>Marks the words of cadences: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
