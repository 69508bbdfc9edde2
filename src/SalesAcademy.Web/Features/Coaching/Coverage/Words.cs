namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>Marks the words of coverage and calibration: Words.resx and Words.zh-Hans.resx.</summary>
public sealed class Words;
