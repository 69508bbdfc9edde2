namespace SalesAcademy.Domain.Coaching;

/// <summary>Who may read coaching notes beside the two who write to each other.</summary>
[Flags]
public enum NoteReaders
{
    /// <summary>Nobody: the notes are between the two.</summary>
    None = 0,

    /// <summary>Who manages the coach.</summary>
    CoachManager = 1,

    /// <summary>HR.</summary>
    Hr = 2,

    /// <summary>Sales operations.</summary>
    SalesOps = 4,

    /// <summary>Administrators.</summary>
    Admin = 8,
}
