namespace SalesAcademy.Content.Editing;

/// <summary>A file as an author wants it to be.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Bytes">What it is to hold.</param>
public sealed record EditedFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where a large file lies, in place of its bytes; null for all others.</summary>
    public string? At { get; init; }
}

/// <summary>A text as it stands in the folder.</summary>
/// <param name="Text">Its characters, lines ended as they are.</param>
/// <param name="Hash">Names exactly these bytes; what begins from them says so when it comes back.</param>
public sealed record StandingText(string Text, string Hash);
