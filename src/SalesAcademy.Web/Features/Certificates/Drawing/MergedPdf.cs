using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Puts certificates one behind the other into one PDF, as they were drawn: their objects are taken over byte by byte, under other numbers. It is
/// written as it grows; memory keeps where each object lies and nothing of what is in it (ISO 32000-1, 7.5). Line work and logo, which documents have in
/// common, stand in it once.
/// </summary>
internal sealed partial class MergedPdf
{
    private const int Catalogue = 1;
    private const int Pages = 2;

    private readonly Stream output;
    private readonly List<long> offsets = [0, 0, 0];
    private readonly List<int> kids = [];
    private readonly Dictionary<string, int> common = new(StringComparer.Ordinal);
    private long position;
    private int pages;

    public MergedPdf(Stream output)
    {
        this.output = output;
        Write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    public void Add(byte[] certificate)
    {
        var document = new PackedPdf(certificate);
        var shift = offsets.Count - 1;
        for (var number = 1; number <= document.Table; number++)
            offsets.Add(0); // what is left out stays free
        var objects = document.Objects().Where(one => one.Number != document.Info).ToList();
        var known = Known(objects, shift);
        string? root = null;
        var kept = new Dictionary<int, string>();
        foreach (var (number, dictionary, content) in objects)
            if (number == document.Root)
                root = dictionary;
            else if (dictionary.Contains("/Type /Pages", StringComparison.Ordinal))
                kept[number] = dictionary;
            else if (!known.ContainsKey(number))
                WriteObject(number + shift, Shifted(dictionary, shift, known), content);
        Enter(kept, PdfPacking.Number(root ?? throw new InvalidDataException("A PDF without a catalogue."), "/Pages "), shift);
    }

    /// <summary>Writes what leads to the pages; nothing can be added any more.</summary>
    public void Finish()
    {
        WriteObject(Pages, $"<</Type /Pages /Count {pages.ToString(CultureInfo.InvariantCulture)} /Kids [{string.Join(' ', kids.Select(kid => $"{kid.ToString(CultureInfo.InvariantCulture)} 0 R"))}]>>\n", default);
        WriteObject(Catalogue, "<</Type /Catalog /Pages 2 0 R>>\n", default);
        var at = position;
        Print($"xref\n0 {offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Skip(1))
            Print(offset == 0 ? (FormattableString)$"0000000000 65535 f \n" : $"{offset:D10} 00000 n \n");
        Print($"trailer\n<</Size {offsets.Count} /Root {Catalogue} 0 R>>\nstartxref\n{at}\n%%EOF\n");
    }

    /// <summary>What an earlier document has brought already, and under which number. Only what refers to nothing else is the same wherever it stands.</summary>
    private Dictionary<int, int> Known(IEnumerable<(int Number, string Dictionary, ReadOnlyMemory<byte> Content)> objects, int shift)
    {
        var known = new Dictionary<int, int>();
        foreach (var (number, dictionary, content) in objects)
            if (dictionary.Contains("/Type /XObject", StringComparison.Ordinal) && !Reference().IsMatch(dictionary))
            {
                var name = Convert.ToHexString(SHA256.HashData([.. Encoding.Latin1.GetBytes(dictionary), .. content.Span]));
                if (!common.TryAdd(name, number + shift))
                    known[number] = common[name];
            }

        return known;
    }

    /// <summary>The pages of a document stay together, under its own node; that node gets ours as its parent.</summary>
    private void Enter(Dictionary<int, string> nodes, int top, int shift)
    {
        foreach (var (number, node) in nodes)
        {
            var shifted = Shifted(node, shift, []);
            WriteObject(number + shift, number == top ? shifted.Insert(shifted.IndexOf("<<", StringComparison.Ordinal) + 2, string.Create(CultureInfo.InvariantCulture, $"/Parent {Pages} 0 R ")) : shifted, default);
        }

        kids.Add(top + shift);
        pages += PdfPacking.Number(nodes[top], "/Count ");
    }

    private void WriteObject(int number, string dictionary, ReadOnlyMemory<byte> content)
    {
        offsets[number] = position;
        Print($"{number} 0 obj\n");
        Write(dictionary);
        output.Write(content.Span);
        position += content.Length;
        Write("endobj\n");
    }

    private void Print(FormattableString text) => Write(text.ToString(CultureInfo.InvariantCulture));

    private void Write(string text)
    {
        output.Write(Encoding.Latin1.GetBytes(text));
        position += text.Length;
    }

    private static string Shifted(string dictionary, int shift, Dictionary<int, int> known) => Reference().Replace(dictionary, match =>
    {
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{known.GetValueOrDefault(number, number + shift)} 0 R");
    });

    // Only what Skia itself writes is read here: names and titles of people stand in the Info dictionary, which is left out.
    [GeneratedRegex(@"\b(?<number>\d+) 0 R\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
