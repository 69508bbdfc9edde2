namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Marks the words of this room: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
