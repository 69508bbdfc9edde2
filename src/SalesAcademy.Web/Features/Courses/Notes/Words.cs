namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>Marks the words of readers' own notes: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
