namespace SalesAcademy.Content.Exchange;

/// <summary>A file of questions and the quiz that is to be made of it.</summary>
/// <param name="Format">gift or aiken.</param>
/// <param name="File">What the file is called in the report.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Course">The id of a course.</param>
/// <param name="Quiz">The id of the quiz to be made.</param>
/// <param name="Competency">The id of the competency that its questions are evidence for.</param>
public sealed record ImportRequest(string Format, string File, ReadOnlyMemory<byte> Bytes, string Course, string Quiz, string Competency)
{
    /// <summary>The language of its words.</summary>
    public string Locale { get; init; } = Locales.English;

    /// <summary>drill, exam or both; null leaves it to the kind of quiz.</summary>
    public string? Pool { get; init; }

    /// <summary>Takes only the questions of this category and of those below it.</summary>
    public string? Category { get; init; }

    /// <summary>Whether what is refused is left out; otherwise one refusal keeps everything out.</summary>
    public bool SkipRefused { get; init; }
}

/// <summary>What came of reading a file of questions.</summary>
/// <param name="Path">The quiz file to be written, relative to the content folder.</param>
/// <param name="Text">What it will hold; null when nothing is to be written.</param>
/// <param name="Report">One line a question, and the count last.</param>
public sealed record ImportOutcome(string Path, string? Text, IReadOnlyList<string> Report);
