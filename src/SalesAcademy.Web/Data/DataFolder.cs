namespace SalesAcademy.Web.Data;

/// <summary>The lock on the data folder: one serving process at a time. The operating system frees it when the process dies, however it dies.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockFile = "academy.lock";

    // Stands in a folder into which a backup is being restored, until it is whole.
    private const string Mark = "restore-unfinished";

    private readonly FileStream hold;

    private DataFolder(FileStream hold) => this.hold = hold;

    /// <exception cref="DataFolderInUseException">Another process serves from this folder.</exception>
    /// <exception cref="DataFolderUnfinishedException">A backup was being restored into it and is not whole.</exception>
    public static DataFolder Lock(AcademyOptions options)
    {
        var held = Hold(options);
        if (!IsUnfinished(options.Data))
            return held;
        held.Dispose();
        throw new DataFolderUnfinishedException(options.Data);
    }

    /// <summary>Takes an empty folder, or one whose restore was broken off, for a restore. Until it is finished nothing can be served from it.</summary>
    public static DataFolder LockForRestore(AcademyOptions options)
    {
        var held = Hold(options);
        using var mark = new FileStream(options.DataFile(Mark), FileMode.OpenOrCreate, FileAccess.Write);
        mark.Flush(flushToDisk: true);
        return held;
    }

    /// <summary>The restore is whole: from now on the folder may be served.</summary>
    public static void FinishRestore(AcademyOptions options) => File.Delete(options.DataFile(Mark));

    public static bool IsUnfinished(string folder) => File.Exists(Path.Combine(folder, Mark));

    /// <summary>What lies in a folder beside what this class keeps there.</summary>
    public static IEnumerable<string> Contents(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFileSystemEntries(folder).Where(entry => Path.GetFileName(entry) is not LockFile and not Mark);

    /// <summary>Makes a folder for password hashes and keys: nobody else on the machine reads them.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => hold.Dispose();

    private static DataFolder Hold(AcademyOptions options)
    {
        Create(options.Data);
        var path = options.DataFile(LockFile);
        try
        {
            return new DataFolder(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new DataFolderInUseException(path, e);
        }
    }
}

/// <summary>The data folder cannot be taken.</summary>
internal abstract class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);

internal sealed class DataFolderInUseException(string path, Exception inner)
    : DataFolderException($"Another process serves from this data folder ({path}). Stop it, or set Academy:Data to another folder.", inner);

internal sealed class DataFolderUnfinishedException(string folder)
    : DataFolderException($"A backup was being restored into {folder}, and that was broken off. Run data restore again; until then nothing is served from it.");
