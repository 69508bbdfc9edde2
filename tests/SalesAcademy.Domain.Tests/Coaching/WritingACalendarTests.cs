using System.Text;
using CsCheck;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class WritingACalendarTests
{
    private static readonly CalendarEntry Entry = new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000007"),
        Revision = 2,
        RevisedAt = new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc),
        StartsAt = new DateTime(2026, 11, 24, 23, 45, 0, DateTimeKind.Utc),
        Minutes = 30,
        Language = "en",
        Summary = "Role-play with Ana",
        Description = "https://academy.example/s/7",
        Place = "Room 4; second floor, left\nring twice",
        Url = "https://academy.example/s/7",
        IsCalledOff = false,
        Organiser = new CalendarPerson("Zoë \"Zo\" O'Brien", "zoe+work@academy.example"),
        Attendees = [new CalendarPerson("欧阳娜娜", "na na@academy.example")],
    };

    [Fact]
    public void A_session_is_one_event_in_utc() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//SalesAcademy//Coaching//EN
        BEGIN:VEVENT
        UID:00000000-0000-0000-0000-000000000007
        SEQUENCE:2
        DTSTAMP:20261123T010203Z
        DTSTART:20261124T234500Z
        DTEND:20261125T001500Z
        SUMMARY;LANGUAGE=en:Role-play with Ana
        DESCRIPTION;LANGUAGE=en:https://academy.example/s/7
        LOCATION:Room 4\; second floor\, left\nring twice
        URL:https://academy.example/s/7
        ORGANIZER;CN="Zoë 'Zo' O'Brien":mailto:zoe+work@academy.example
        ATTENDEE;CN="欧阳娜娜":mailto:na%20na@academy.example
        STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"), CalendarFile.Write("", [Entry]));

    [Fact]
    public void One_that_does_not_take_place_says_so() =>
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", CalendarFile.Write("", [Entry with { IsCalledOff = true }]), StringComparison.Ordinal);

    [Fact]
    public void A_calendar_without_a_session_has_a_component_all_the_same()
    {
        var written = CalendarFile.Write("Sessions, all", []);

        Assert.Contains("\r\nX-WR-CALNAME:Sessions\\, all\r\n", written, StringComparison.Ordinal);
        Assert.Contains("\r\nBEGIN:VTIMEZONE\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolded_it_says_what_was_meant() =>
        Gen.OneOf(Gen.Char['a', 'z'].Select(sign => $"{sign}"), Gen.Const("会"), Gen.Const("🎧"), Gen.Const(","), Gen.Const("\\"))
            .Array[0, 120].Select(string.Concat).Sample(text =>
            {
                var written = CalendarFile.Write("", [Entry with { Summary = text }]);

                Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
                Assert.DoesNotContain('\uFFFD', written);
                var meant = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
                Assert.Contains($"\r\nSUMMARY;LANGUAGE=en:{meant}\r\n", written.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            });

    [Fact]
    public void No_text_begins_a_line_of_its_own()
    {
        var written = CalendarFile.Write("x\r\nX:1", [Entry with { Summary = "x\r\nATTACH:a", Place = "y\rATTACH:b", Attendees = [new("z\r\nATTACH:c", "a\r\nATTACH:d@x")] }]);

        Assert.DoesNotContain("\nATTACH", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\nX:", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', written.Replace("\r\n", "", StringComparison.Ordinal));
    }
}
