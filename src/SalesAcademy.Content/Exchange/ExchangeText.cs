using System.Globalization;
using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>The text of a file that was made elsewhere: UTF-8 with or without a mark, lines ended in whichever way.</summary>
internal static class ExchangeText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with line feeds, or the line and the reason why it cannot be read.</summary>
    public static (string Text, int Line, string? Refusal) Read(byte[] bytes)
    {
        if (bytes.Length > ExchangeLimits.File)
            return ("", 0, "the file is larger than 1 MB: split it");
        try
        {
            return (Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"), 0, null);
        }
        catch (DecoderFallbackException problem)
        {
            var at = Math.Clamp(problem.Index, 0, bytes.Length);
            return ("", 1 + bytes.AsSpan(0, at).Count((byte)'\n'), string.Create(CultureInfo.InvariantCulture, $"the file is not UTF-8 (byte {at + 1}): save it as UTF-8"));
        }
    }
}
