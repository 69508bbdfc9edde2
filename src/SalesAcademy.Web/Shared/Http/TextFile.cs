using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>The text of a file that somebody sends: UTF-8, UTF-16 where a mark at its beginning says so, or else GB18030, as spreadsheets in Chinese save it.</summary>
internal static class TextFile
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!; // the provider has it

    /// <summary>The text without its mark. Refused: file-empty, file-workbook for a spreadsheet that was not saved as text, file-encoding.</summary>
    public static Decision<string> Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => new Refusal("file-empty"),
        [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => new Refusal("file-workbook"),
        [0xFF, 0xFE, .. var little] => Decode(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), little) ?? new Refusal("file-encoding"),
        [0xFE, 0xFF, .. var big] => Decode(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), big) ?? new Refusal("file-encoding"),
        [0xEF, 0xBB, 0xBF, .. var marked] => Decode(Strict, marked) ?? new Refusal("file-encoding"),
        _ => Decode(Strict, bytes) ?? Decode(Chinese, bytes) ?? new Refusal("file-encoding"),
    };

    // What no database keeps is in no text.
    private static Decision<string>? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            if (text.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') >= 0)
                return null;
            return text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
