using System.Globalization;
using System.Text;

namespace SalesAcademy.Domain.Coaching;

/// <summary>Sessions as a file that calendars read (RFC 5545): every time in UTC, so that it needs no table of zones.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75; // octets of UTF-8 without the line break; section 3.1

    // Section 3.6: a calendar has at least one component, and one without a session is a calendar all the same.
    private static readonly string[] Nothing =
    [
        "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ];

    /// <summary>
    /// The file: lines end in CRLF, none is longer than 75 octets, and no sign of a text is taken for one of the format. It says no METHOD: it is
    /// what stands now and invites nobody, so that it may name who comes (3.8.4.1), and DTSTAMP is the last change and not the last reading
    /// (3.8.7.2). The same sessions give the same bytes.
    /// </summary>
    /// <param name="name">What the calendar is called; empty for a file of one session.</param>
    /// <param name="entries">The sessions.</param>
    public static string Write(string name, IReadOnlyList<CalendarEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(entries);
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//SalesAcademy//Coaching//EN",
            .. name.Length == 0 ? Array.Empty<string>() : [$"NAME:{Escaped(name)}", $"X-WR-CALNAME:{Escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"],
            .. entries.Count == 0 ? Nothing : entries.SelectMany(LinesOf),
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => $"{Folded(line)}\r\n"));
    }

    private static IEnumerable<string> LinesOf(CalendarEntry entry) =>
    [
        "BEGIN:VEVENT",
        $"UID:{entry.Id}",
        $"SEQUENCE:{entry.Revision.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{Instant(entry.RevisedAt)}",
        $"DTSTART:{Instant(entry.StartsAt)}",
        $"DTEND:{Instant(entry.StartsAt.AddMinutes(entry.Minutes))}",
        $"SUMMARY;LANGUAGE={entry.Language}:{Escaped(entry.Summary)}",
        $"DESCRIPTION;LANGUAGE={entry.Language}:{Escaped(entry.Description)}",
        .. entry.Place.Length == 0 ? Array.Empty<string>() : [$"LOCATION:{Escaped(entry.Place)}"],
        $"URL:{entry.Url}",
        $"ORGANIZER;CN={Quoted(entry.Organiser.Name)}:{Mail(entry.Organiser.Email)}",
        .. entry.Attendees.Select(person => $"ATTENDEE;CN={Quoted(person.Name)}:{Mail(person.Email)}"),
        $"STATUS:{(entry.IsCalledOff ? "CANCELLED" : "CONFIRMED")}",
        "END:VEVENT",
    ];

    private static string Instant(DateTime instant) => instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Section 3.3.11; a line break of any kind is written as \n, and other control characters are not allowed at all.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var sign in text.ReplaceLineEndings("\n"))
            escaped.Append(sign switch
            {
                '\\' or ';' or ',' => $"\\{sign}",
                '\n' => "\\n",
                _ when char.IsControl(sign) => "",
                _ => $"{sign}",
            });
        return escaped.ToString();
    }

    // Section 3.2: within quotation marks anything may stand but a quotation mark and a control character.
    private static string Quoted(string name) => $"\"{string.Concat(name.Where(sign => !char.IsControl(sign))).Replace('"', '\'')}\"";

    private static string Mail(string email) => $"mailto:{Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal)}";

    // Between two whole characters: half of one is read by no calendar.
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1; // the blank counts
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
