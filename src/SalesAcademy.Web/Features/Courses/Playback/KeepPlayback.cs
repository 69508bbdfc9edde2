using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Playback;

/// <summary>Keeps where a person stopped in a recording.</summary>
internal sealed class KeepPlayback(ILedger ledger, Library library, Openings openings)
{
    // What waited longer on a device says nothing any more; and a longer recording is none of ours.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Refused: not-found where the lesson plays no such recording, closed, place-unknown for a time that is none.</summary>
    public Task<Decision<Done>> Run(Act act, string course, string lesson, PlaybackForm form)
    {
        var isPlayed = Recordings(course, lesson).Any(recording => recording.Name == form.Recording && recording.Edition == form.Edition);
        return ledger.Run<Done>(act, async entry =>
        {
            if (!isPlayed)
                return Refusal.NotFound;
            if (!double.IsFinite(form.Seconds) || form.Seconds < 0 || form.Seconds > Longest.TotalSeconds || form.Ago < 0 || form.Ago > Oldest.TotalMilliseconds)
                return new Refusal("place-unknown");
            var person = act.Actor!.Value; // a page's act has somebody
            if (await openings.BeforeCourse(entry.Db, person, course) is not null)
                return new Refusal("closed");
            await entry.Hold($"playback:{person}");
            var row = await entry.Db.FindAsync<PlaybackRow>(person, course, lesson, form.Recording);
            var now = new StoppedAt(form.Edition, form.Ended ? 0 : Math.Round(form.Seconds, 1), act.At.AddMilliseconds(-form.Ago));
            var place = StoppedAt.After(row?.Place, now, form.Back || form.Ended);
            row ??= entry.Db.Add(new PlaybackRow { Person = person, Course = course, Lesson = lesson, Recording = form.Recording }).Entity;
            (row.Edition, row.Seconds, row.At) = (place.Edition, place.Seconds, place.At);
            return Done.Value;
        });
    }

    private IEnumerable<LessonRecording> Recordings(string course, string lesson) =>
        library.Now.FindCourse(course)?.FindLesson(lesson) is { } taught ? new[] { taught.Text.English, taught.Text.Chinese }.OfType<LessonText>().SelectMany(text => text.Recordings) : [];
}
