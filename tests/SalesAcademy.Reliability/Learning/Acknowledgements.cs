using System.Globalization;
using System.Text;

namespace SalesAcademy.Reliability.Learning;

/// <summary>
/// What the server has promised: a line is written, and is on disk, only after the whole answer has arrived. The judge
/// reads the file back and holds the database to every line. Each ends with the number of the learner who was told.
/// </summary>
internal sealed class Acknowledgements : IDisposable
{
    private readonly FileStream file;
    private readonly Lock writing = new();

    public Acknowledgements(string path) => file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);

    public int Count { get; private set; }

    public void Started(Guid attempt, string key, int learner) => Write($"started {attempt} {key} {learner}");

    public void Saved(Guid attempt, int question, long sequence, IEnumerable<int> places, int learner) => Write($"saved {attempt} {question} {sequence} {string.Join(',', places)} {learner}");

    public void Submitted(Guid attempt, string key, int learner) => Write($"submitted {attempt} {key} {learner}");

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
            file.Write(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
            file.Flush(flushToDisk: true);
            Count++;
        }
    }
}
