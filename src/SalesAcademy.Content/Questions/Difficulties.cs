using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>The words for how hard a question is.</summary>
internal static class Difficulties
{
    public static readonly IReadOnlyDictionary<string, Difficulty> Words = new Dictionary<string, Difficulty>(StringComparer.Ordinal)
    {
        ["easy"] = Difficulty.Easy,
        ["medium"] = Difficulty.Medium,
        ["hard"] = Difficulty.Hard,
    };

    public static string WordOf(Difficulty difficulty) => Words.First(word => word.Value == difficulty).Key;
}
