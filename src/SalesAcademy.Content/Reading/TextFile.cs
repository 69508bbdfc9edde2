using System.Text;

namespace SalesAcademy.Content.Reading;

/// <summary>A text file with its canonical bytes: UTF-8 without mark, lines ended by a line feed.</summary>
internal sealed record TextFile(string Path, string Text, ArchiveEntry Entry)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Hash => Entry.Hash;

    public static TextFile? Read(ContentFolder folder, string path, Problems problems)
    {
        if (folder.Read(path, ContentFolder.TextLimit, problems) is not { } bytes)
            return null;
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException problem)
        {
            problems.Error(1 + bytes.AsSpan(0, Math.Clamp(problem.Index, 0, bytes.Length)).Count((byte)'\n'), "text-not-utf8");
            return null;
        }
        for (var index = 0; index < text.Length; index++)
            if (IsForbidden(text[index]))
            {
                problems.Error(LineAt(text, index), "text-control-character", (int)text[index]);
                return null;
            }
        return new(path, text, ArchiveEntry.Of(path, Encoding.UTF8.GetBytes(text)));
    }

    // Besides the C0 and C1 controls, those that turn the direction of text and so can show something else than is written.
    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
