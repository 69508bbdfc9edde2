namespace SalesAcademy.Web.Features.Coaching.Anchors;

/// <summary>Marks the words of passages that have changed: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
