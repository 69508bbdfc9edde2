using System.Globalization;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses.Recordings;

/// <summary>Reads a transcript somebody wrote: paragraphs, each perhaps with its moment, [1:05], before it.</summary>
internal static partial class TranscriptReader
{
    public static IReadOnlyList<TranscriptLine> Read(TextFile file, Problems problems)
    {
        TranscriptLine[] lines = [.. file.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Line).Where(line => line.Words.Length > 0)];
        if (lines.Length == 0)
            problems.Error(1, "transcript-empty");
        return lines;
    }

    private static TranscriptLine Line(string paragraph)
    {
        var words = paragraph.Split('\n').Select(row => row.Trim()).Aggregate("", TranscriptLine.Join);
        var moment = Moment().Match(words);
        return moment.Success
            ? new((60 * Number(moment.Groups["minutes"])) + Number(moment.Groups["seconds"]), "", words[moment.Length..].Trim())
            : new(At: null, "", words);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[(?<minutes>[0-9]{1,3}):(?<seconds>[0-5][0-9])\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
