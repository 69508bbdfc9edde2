using System.Globalization;

namespace SalesAcademy.Domain.Shared;

/// <summary>A moment of something that plays, as players show it.</summary>
public static class PlayingTime
{
    /// <summary>1:23; from an hour on 1:02:03. Whole seconds, from 0.</summary>
    public static string Written(int seconds) => seconds >= 3600
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
