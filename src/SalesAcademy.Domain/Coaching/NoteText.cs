using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>What a coach wrote, before it is sent.</summary>
public static class NoteText
{
    /// <summary>The most a note may hold, in bytes of UTF-8: about 700 English words or 1,300 Chinese characters.</summary>
    public const int MostBytes = 4096;

    /// <summary>The words without blanks around them and with plain line ends; refuses nothing but blanks (note-empty) and more than 4 KB (note-too-long).</summary>
    public static Decision<string> Decide(string? words)
    {
        var plain = (words ?? "").ReplaceLineEndings("\n").Trim();
        return plain.Length == 0 ? new Refusal("note-empty")
            : Encoding.UTF8.GetByteCount(plain) > MostBytes ? new Refusal("note-too-long", MostBytes / 1024)
            : plain;
    }
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
