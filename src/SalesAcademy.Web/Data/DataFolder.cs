namespace SalesAcademy.Web.Data;

/// <summary>The lock on the data folder: one serving process at a time. The operating system frees it when the process dies, however it dies.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(FileStream hold) => this.hold = hold;

    /// <exception cref="DataFolderInUseException">Another process serves from this folder.</exception>
    public static DataFolder Lock(AcademyOptions options)
    {
        Create(options.Data);
        var path = options.DataFile("academy.lock");
        try
        {
            return new DataFolder(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new DataFolderInUseException(path, e);
        }
    }

    /// <summary>Makes a folder for password hashes and keys: nobody else on the machine reads them.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => hold.Dispose();
}

internal sealed class DataFolderInUseException(string path, Exception inner)
    : Exception($"Another process serves from this data folder ({path}). Stop it, or set Academy:Data to another folder.", inner);
