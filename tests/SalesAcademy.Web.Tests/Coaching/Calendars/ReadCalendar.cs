using System.Globalization;
using System.Text;

namespace SalesAcademy.Web.Tests.Coaching.Calendars;

/// <summary>A calendar as a strict reader takes it (RFC 5545): lines of at most 75 octets that end in CRLF, unfolded, and the texts without their escapes.</summary>
internal sealed class ReadCalendar
{
    private ReadCalendar(IReadOnlyList<IReadOnlyList<(string Name, string Value)>> events, string? name) => (Events, Name) = (events, name);

    public string? Name { get; }

    public IReadOnlyList<IReadOnlyList<(string Name, string Value)>> Events { get; }

    public static ReadCalendar Of(string text)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var events = new List<IReadOnlyList<(string, string)>>();
        List<(string, string)>? open = null;
        string? name = null;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            switch (Parted(line))
            {
                case ("BEGIN", "VEVENT"):
                    open = [];
                    break;
                case ("END", "VEVENT"):
                    events.Add(open!); // it began
                    open = null;
                    break;
                case var (property, value) when open is not null:
                    open.Add((property, value));
                    break;
                case ("X-WR-CALNAME", var called):
                    name = called;
                    break;
            }
        return new ReadCalendar(events, name);
    }

    /// <summary>The one value of a property of the only event.</summary>
    public string this[string property] => All(property).Single();

    public IEnumerable<string> All(string property) => Events.Single().Where(line => line.Name == property).Select(line => line.Value);

    public DateTime Instant(string property) =>
        DateTime.ParseExact(this[property], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    // The colon that ends the name is the first outside of quotation marks; a parameter stays with what it is about.
    private static (string Name, string Value) Parted(string line)
    {
        var quoted = false;
        var at = 0;
        for (; line[at] != ':' || quoted; at++)
            quoted ^= line[at] == '"';
        var (name, value) = (line[..at], line[(at + 1)..]);
        var parameters = name.Split(';', 2);
        var said = value.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Replace('\u0001', '\\');
        return (parameters[0], parameters is [_, var more] && more.StartsWith("CN=", StringComparison.Ordinal) ? $"{more} {said}" : said);
    }
}
