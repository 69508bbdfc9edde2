using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Courses;

/// <summary>What a reader writes for themselves beside a lesson.</summary>
public static class OwnWords
{
    /// <summary>The most a note may hold, in characters.</summary>
    public const int Most = 4000;

    /// <summary>The words without blanks around them and with plain line ends; none at all are well where something is highlighted. Refuses more than <see cref="Most"/> characters (note-too-long).</summary>
    public static Decision<string> Decide(string? words)
    {
        var plain = (words ?? "").ReplaceLineEndings("\n").Trim();
        return plain.Length > Most ? new Refusal("note-too-long", Most) : plain;
    }
}
