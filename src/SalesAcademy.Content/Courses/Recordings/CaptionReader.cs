using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses.Recordings;

/// <summary>What is shown in the picture from one moment to another.</summary>
internal sealed record Caption(double From, double To, string Speaker, string Words);

/// <summary>Reads captions in WebVTT (W3C): strictly, since a browser drops without a word what it cannot read.</summary>
internal static partial class CaptionReader
{
    private const string Arrow = "-->";

    public static IReadOnlyList<Caption> Read(TextFile file, Problems problems)
    {
        var (captions, lines) = (new List<Caption>(), file.Text.Split('\n'));
        if (!Header().IsMatch(lines[0]))
            problems.Error(1, "captions-header");
        for (var at = 1; at < lines.Length; at++)
        {
            var start = at;
            while (at < lines.Length && lines[at].Trim().Length > 0)
                at++;
            if (at > start)
                Block(lines[start..at], start + 1, captions, problems);
        }
        if (captions.Count == 0 && !problems.HasErrors)
            problems.Error(1, "captions-empty");
        return captions;
    }

    private static void Block(string[] block, int line, List<Caption> captions, Problems problems)
    {
        if (block[0].StartsWith("NOTE", StringComparison.Ordinal) || block[0].Trim() is "STYLE" or "REGION")
            return;
        var timing = block[0].Contains(Arrow, StringComparison.Ordinal) ? 0 : 1;
        if (timing >= block.Length || !block[timing].Contains(Arrow, StringComparison.Ordinal))
        {
            problems.Error(line, "captions-time.none");
            return;
        }
        line += timing;
        var match = Timing().Match(block[timing]);
        if (!match.Success)
        {
            problems.Error(line, "captions-time");
            return;
        }
        var (from, to) = (Seconds(match.Groups["from"].Value), Seconds(match.Groups["to"].Value));
        if (to <= from)
            problems.Error(line, "captions-end");
        else if (captions is [.., var before] && from < before.To)
            problems.Error(line, "captions-order");
        var words = string.Join('\n', block.Skip(timing + 1));
        if (words.Contains(Arrow, StringComparison.Ordinal))
            problems.Error(line + 1, "captions-time.joined");
        else if (Voices(words).ToArray() is { Length: > 0 } voices)
            captions.AddRange(voices.Select(voice => new Caption(from, to, voice.Speaker, voice.Words)));
        else
            problems.Error(line, "captions-empty.words");
    }

    // <v Name> says who speaks until the next one; every other mark only changes how the words look.
    private static IEnumerable<(string Speaker, string Words)> Voices(string words)
    {
        var pieces = Voice().Split(words); // words, name, words, name, words …
        for (var i = 0; i < pieces.Length; i += 2)
        {
            var said = Mark().Replace(pieces[i], "").Split('\n').Select(row => WebUtility.HtmlDecode(row).Trim()).Aggregate("", TranscriptLine.Join);
            if (said.Length > 0)
                yield return (i == 0 ? "" : WebUtility.HtmlDecode(pieces[i - 1]).Trim(), said);
        }
    }

    private static double Seconds(string time) => time.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^WEBVTT([ \t].*)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*(?<from>([0-9]{2}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})\s+-->\s+(?<to>([0-9]{2}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})(\s.*)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Timing();

    [GeneratedRegex(@"<v(\.[^\s>]*)?[ \t]+(?<name>[^>]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Voice();

    [GeneratedRegex(@"</?[a-z0-9][^>]*>|</?>", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
