using System.Globalization;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Places of options as a row keeps them: "2,0,1".</summary>
internal static class Places
{
    public static string Write(IEnumerable<int> places) => string.Join(',', places.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    public static int[] Read(string places) => places.Length == 0 ? [] : [.. places.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];

    /// <summary>A for the first, as options are called on screen.</summary>
    public static string Letter(int place) => ((char)('A' + place)).ToString();
}
