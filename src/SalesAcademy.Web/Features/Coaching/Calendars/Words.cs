namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>Marks the words of calendars: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
