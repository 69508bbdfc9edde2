using System.Text.Json;

namespace SalesAcademy.Content.Tests;

public sealed class ReportTests
{
    private static readonly CompileResult Result = new(
        null,
        [new(ProblemSeverity.Error, "a.md", 3, new("reference-missing.others", new Phrase("kind.course"), "“坏”", "a, b")), new(ProblemSeverity.Warning, "b.yml", 0, new("field-value", "draw", new Phrase("expected.whole", 1, 9)))],
        []);

    [Fact]
    public void People_read_one_line_for_each_problem_and_a_count_in_their_language()
    {
        Assert.Equal(
            "a.md:3: error reference-missing There is no course '“坏”' - Add it, or use one of: a, b\nb.yml: warning field-value 'draw' has a value that does not fit - Write a whole number from 1 to 9\n1 error, 1 warning\n",
            Told(json: false, Locales.English));
        Assert.Equal(
            "a.md:3：错误 reference-missing 没有课程 `“坏”`。补上它，或改用：`a, b`\nb.yml：提醒 field-value `draw` 的值不合要求。应写：1 至 9 的整数\n1 个错误，1 个提醒\n",
            Told(json: false, Locales.Chinese));
    }

    [Fact]
    public void Programs_read_an_object()
    {
        var root = JsonDocument.Parse(Told(json: true, Locales.Chinese)).RootElement;

        Assert.Equal((1, 1), (root.GetProperty("errors").GetInt32(), root.GetProperty("warnings").GetInt32()));
        var problem = root.GetProperty("problems")[0];
        Assert.Equal(("error", "a.md", 3, "reference-missing", "没有课程 `“坏”`", "补上它，或改用：`a, b`"), (
            problem.GetProperty("severity").GetString(), problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(),
            problem.GetProperty("code").GetString(), problem.GetProperty("message").GetString(), problem.GetProperty("remedy").GetString()));
        Assert.Equal(["课程", "“坏”", "a, b"], problem.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()));
    }

    private static string Told(bool json, string locale)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ContentCheck.Report(Result, writer, json, locale);
        return writer.ToString();
    }
}
