namespace SalesAcademy.Web.Shared.Live;

/// <summary>A signal to the pages of a group.</summary>
internal sealed record Signal(string Group, string Topic, long Sequence);

/// <summary>The other nodes of this academy. Nothing hangs on their being told: each looks at the trunk by itself once a second.</summary>
internal interface INodes
{
    /// <summary>Whether what is told may be lost, so that pages must be told again now and then.</summary>
    bool IsAway { get; }

    void Tell(Signal signal);

    /// <summary>Who passes on to browsers what another node tells.</summary>
    Action<Signal>? Heard { set; }
}

/// <summary>An academy of one node, or of several that nobody has given a Redis.</summary>
internal sealed class NoNodes(Data.AcademyOptions options) : INodes
{
    public bool IsAway => options.Database is not null;

    public Action<Signal>? Heard
    {
        set
        {
            // Nobody tells anything.
        }
    }

    public void Tell(Signal signal)
    {
        // There is nobody to tell, or no way to.
    }
}
