using System.Text.Json;

namespace SalesAcademy.Content.Tests;

public sealed class ReportTests
{
    private static readonly CompileResult Result = new(
        null,
        [new(ProblemSeverity.Error, "a.md", 3, "“坏”", "Mend it", "bad"), new(ProblemSeverity.Warning, "b.yml", 0, "Odd", "Look", "odd")],
        []);

    [Fact]
    public void People_read_one_line_for_each_problem_and_a_count()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        ContentCheck.Report(Result, writer, json: false);

        Assert.Equal("a.md:3: error bad “坏” - Mend it\nb.yml: warning odd Odd - Look\n1 error, 1 warning\n", writer.ToString());
    }

    [Fact]
    public void Programs_read_an_object()
    {
        using var writer = new StringWriter();

        ContentCheck.Report(Result, writer, json: true);

        var root = JsonDocument.Parse(writer.ToString()).RootElement;
        Assert.Equal((1, 1), (root.GetProperty("errors").GetInt32(), root.GetProperty("warnings").GetInt32()));
        var problem = root.GetProperty("problems")[0];
        Assert.Equal(("error", "a.md", 3, "bad", "“坏”", "Mend it"), (
            problem.GetProperty("severity").GetString(), problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(),
            problem.GetProperty("code").GetString(), problem.GetProperty("message").GetString(), problem.GetProperty("remedy").GetString()));
    }
}
