using System.Globalization;

namespace SalesAcademy.Reliability.Learning;

/// <summary>
/// What the server has promised: a line is written, and is on disk, only after the whole answer has arrived. The judge
/// reads the file back and holds the database to every line.
/// </summary>
internal sealed class Acknowledgements : IDisposable
{
    private readonly FileStream file;
    private readonly Lock writing = new();

    public Acknowledgements(string path) => file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);

    public int Count { get; private set; }

    public void Started(Guid attempt, string key) => Write($"started {attempt} {key}");

    public void Saved(Guid attempt, int question, long sequence, IEnumerable<int> places) => Write($"saved {attempt} {question} {sequence} {string.Join(',', places)}");

    public void Submitted(Guid attempt) => Write($"submitted {attempt}");

    public IReadOnlyList<string[]> Read()
    {
        lock (writing)
            return [.. File.ReadLines(file.Name).Select(line => line.Split(' '))];
    }

    public void Dispose() => file.Dispose();

    private void Write(FormattableString line)
    {
        lock (writing)
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
            file.Flush(flushToDisk: true);
            Count++;
        }
    }
}
