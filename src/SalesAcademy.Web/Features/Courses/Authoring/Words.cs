namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Marks the words of writing in the academy: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
