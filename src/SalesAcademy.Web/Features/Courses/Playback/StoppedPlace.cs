using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses.Playback;

/// <summary>Where a person may go on in a recording.</summary>
/// <param name="Recording">The file's name.</param>
/// <param name="Seconds">Where they stopped.</param>
/// <param name="IsReplaced">In a file that another has taken the place of.</param>
internal sealed record StoppedPlace(string Recording, double Seconds, bool IsReplaced)
{
    // Nobody is asked whether to go on at what has hardly begun.
    private const double Begun = 3;

    /// <summary>As a player shows it.</summary>
    public string Time => PlayingTime.Written((int)Seconds);

    /// <summary>In the recordings of a lesson that has any.</summary>
    public static async Task<IReadOnlyList<StoppedPlace>> In(AcademyDb db, Guid person, Lesson lesson, string language, CancellationToken cancellation)
    {
        var played = lesson.Text.In(language).Value.Recordings;
        if (played.Count == 0)
            return [];
        var rows = await db.Set<PlaybackRow>().Where(row => row.Person == person && row.Course == lesson.Course && row.Lesson == lesson.Id && row.Seconds >= Begun).ToListAsync(cancellation);
        return [.. played.SelectMany(recording => rows.Where(row => row.Recording == recording.Name).Select(row => new StoppedPlace(row.Recording, row.Seconds, row.Edition != recording.Edition)))];
    }
}
