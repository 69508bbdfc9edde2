using System.Globalization;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>What a coach wrote, before it is sent.</summary>
public static class NoteText
{
    /// <summary>The most characters a note may hold, in whichever language, counted as a browser's field counts them: UTF-16, a line end as one.</summary>
    public const int Most = 2000;

    /// <summary>The words without blanks around them and with plain line ends; refuses nothing but blanks (note-empty) and more than <see cref="Most"/> characters (note-too-long).</summary>
    public static Decision<string> Decide(string? words)
    {
        var plain = (words ?? "").ReplaceLineEndings("\n").Trim();
        return plain.All(IsUnseen) ? new Refusal("note-empty")
            : plain.Length > Most ? new Refusal("note-too-long", Most)
            : plain;
    }

    // Blanks, and what joins or parts letters without being seen itself.
    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
}

/// <summary>How far a note has come; it only ever moves forward.</summary>
public enum NoteState
{
    /// <summary>Kept back until a certification quiz is over.</summary>
    Held,

    /// <summary>Taken back by its author before it was delivered.</summary>
    Withdrawn,

    /// <summary>Sent; no page of the receiver has fetched it yet.</summary>
    Waiting,

    /// <summary>On a page of the receiver.</summary>
    Delivered,

    /// <summary>Was on screen long enough to be read.</summary>
    Read,

    /// <summary>The receiver said so.</summary>
    Acknowledged,
}
