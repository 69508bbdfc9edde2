namespace SalesAcademy.Web.Features.Courses.Playback;

/// <summary>What a page reports of a recording.</summary>
public sealed record PlaybackForm
{
    /// <summary>The file's name.</summary>
    public string Recording { get; init; } = "";

    public string Edition { get; init; } = "";

    public double Seconds { get; init; }

    /// <summary>Heard to its end.</summary>
    public bool Ended { get; init; }

    /// <summary>The reader went back of their own will.</summary>
    public bool Back { get; init; }

    /// <summary>How many milliseconds ago that was: a report without a line waits on the device, whose clock may be wrong.</summary>
    public long Ago { get; init; }
}
