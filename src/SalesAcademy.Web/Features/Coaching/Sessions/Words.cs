namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Marks the words of coaching sessions: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
