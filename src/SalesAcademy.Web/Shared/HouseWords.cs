namespace SalesAcademy.Web.Shared;

/// <summary>Marks the words every page shares: HouseWords.resx and HouseWords.zh-Hans.resx.</summary>
public sealed class HouseWords;
