using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SalesAcademy.Web.Features.Certificates.Drawing;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>
/// Attaches a signed credential to a drawn certificate, as an incremental update behind its last byte (ISO 32000-1, 7.5.6 and 7.11.4). The
/// document and the credential alone decide every byte of the result: whoever makes it anew from the two and finds something else knows
/// that the file was altered.
/// </summary>
internal static class CredentialAttachment
{
    public const string FileName = "credential.jwt";

    private const int EntrySize = PdfPacking.EntrySize;
    private static ReadOnlySpan<byte> End => "%%EOF\n"u8;

    public static byte[] Attach(byte[] document, string credential)
    {
        var packed = new PackedPdf(document);
        var (size, root) = (packed.Table + 1, packed.Root);
        var (content, file, table) = (size, size + 1, size + 2);

        using var result = new MemoryStream();
        result.Write(document);
        var bytes = Encoding.ASCII.GetBytes(credential);
        var contentAt = Write(result, $"{content} 0 obj\n<</Type /EmbeddedFile /Subtype /application#2Fvc#2Bjwt /Length {bytes.Length} /Params <</Size {bytes.Length}>>>> stream\n");
        result.Write(bytes);
        Write(result, $"\nendstream\nendobj\n");
        var fileAt = Write(result, $"{file} 0 obj\n<</Type /Filespec /F ({FileName}) /UF ({FileName}) /AFRelationship /Data /EF <</F {content} 0 R /UF {content} 0 R>>>>\nendobj\n");
        var catalogue = packed.Text(root).TrimEnd();
        var rootAt = Write(result, $"{root} 0 obj\n{catalogue[..catalogue.LastIndexOf(">>", StringComparison.Ordinal)]}/AF [{file} 0 R] /Names <</EmbeddedFiles <</Names [({FileName}) {file} 0 R]>>>>>>\nendobj\n");
        var newTableAt = result.Position;
        var newEntries = new byte[EntrySize * 4];
        foreach (var (place, at) in new[] { rootAt, contentAt, fileAt, newTableAt }.Index())
        {
            newEntries[EntrySize * place] = 1;
            BinaryPrimitives.WriteInt32BigEndian(newEntries.AsSpan(EntrySize * place + 1), (int)at);
        }

        Write(result, $"{table} 0 obj\n<</Type /XRef /Size {table + 1} /Index [{root} 1 {size} 3] /W [1 4 2] /Root {root} 0 R /Info {packed.Info} 0 R /Prev {packed.TableAt} /Length {newEntries.Length}>> stream\n");
        result.Write(newEntries);
        Write(result, $"\nendstream\nendobj\nstartxref\n{newTableAt}\n");
        result.Write(End);
        return result.ToArray();
    }

    /// <summary>The document and the credential of a file; null for a file that has none in its place.</summary>
    public static (byte[] Document, string Credential)? Read(byte[] file)
    {
        if (!file.AsSpan().EndsWith(End))
            return null;
        var documentEnd = file.AsSpan(0, file.Length - End.Length).LastIndexOf(End) + End.Length;
        if (documentEnd < End.Length)
            return null;
        var update = file.AsSpan(documentEnd);
        var from = update.IndexOf("stream\n"u8);
        var to = update.IndexOf("\nendstream"u8);
        return from < 0 || to <= from || update.IndexOf("/EmbeddedFile"u8) is < 0 ? null
            : (file[..documentEnd], Encoding.Latin1.GetString(update[(from + "stream\n"u8.Length)..to]));
    }

    private static long Write(MemoryStream file, FormattableString text)
    {
        var at = file.Position;
        file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
        return at;
    }
}
