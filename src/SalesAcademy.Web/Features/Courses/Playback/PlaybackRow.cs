using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Web.Features.Courses.Playback;

/// <summary>Where a person stopped in a recording of a lesson.</summary>
public sealed class PlaybackRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Lesson { get; init; }

    /// <summary>The file's name.</summary>
    public required string Recording { get; init; }

    /// <summary>The first digits of the file's hash: another file under the same name begins from its start.</summary>
    public string Edition { get; set; } = "";

    public double Seconds { get; set; }

    public DateTime At { get; set; }

    internal StoppedAt Place => new(Edition, Seconds, At);
}

internal sealed class PlaybackMapping : IEntityTypeConfiguration<PlaybackRow>
{
    public void Configure(EntityTypeBuilder<PlaybackRow> builder)
    {
        builder.ToTable("playbacks").HasKey(e => new { e.Person, e.Course, e.Lesson, e.Recording });
        builder.Ignore(e => e.Place);
    }
}
