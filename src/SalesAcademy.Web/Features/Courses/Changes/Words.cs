namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Marks the words of changes: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
