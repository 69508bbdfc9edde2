using System.Globalization;
using System.Text;
using SalesAcademy.Content.Courses;

namespace SalesAcademy.Content.Drafting;

/// <summary>The words of what is begun: each place to be written is marked and says what belongs there.</summary>
internal sealed class DraftTexts(DraftRequest request, string competency)
{
    /// <summary>The lesson a new course has.</summary>
    public const string FirstLesson = "start";

    private const int Families = 3, LongestPrefix = 76;
    private static readonly string Mark = $"{Placeholders.Mark} ";

    /// <summary>The quiz that ends a lesson.</summary>
    public static string CheckOf(string lesson) => $"check-{lesson}";

    public string Course() => $"""
        title: {Both(Title(Locales.English), Title(Locales.Chinese))}
        summary: {Both($"{Mark}One sentence that says what you can do afterwards.", $"{Mark}一句话说明学完能做到什么。")}
        competencies: [{string.Join(", ", request.Competencies.DefaultIfEmpty(competency))}]
        owner: enablement

        """.ReplaceLineEndings("\n");

    public string Lesson(string locale, string lesson)
    {
        var isChinese = locale == Locales.Chinese;
        var title = request.Kind == DraftKind.Lesson ? Title(locale) : Mark + (isChinese ? "本课标题" : "What the lesson is called");
        return $"""
            ---
            title: {Quoted(title)}
            summary: {Quoted(Mark + (isChinese ? "一句话，显示在目录里。" : "One sentence for the outline."))}
            check: {CheckOf(lesson)}
            ---

            {Mark}{(isChinese ? "开头：读者为什么要关心这件事。" : "The opening: why the reader should care.")}

            ## {Mark}{(isChinese ? "第一个小标题" : "A first heading")}

            {Mark}{(isChinese ? "这里写正文。" : "The text goes here.")}

            > [!IMPORTANT]
            > {Mark}{(isChinese ? "要记住的一点。" : "The one point to remember.")}

            """.ReplaceLineEndings("\n");
    }

    public string Check(string locale, string lesson) =>
        Questions(locale, Mark + (locale == Locales.Chinese ? "小测：本课标题" : "Check: what the lesson is called"), "check", Prefix($"{request.Course}-{lesson}"));

    public string Quiz(string locale) => Questions(locale, Title(locale), "practice", Prefix($"{request.Course}-{request.Id}"));

    // With a number behind it it is an id.
    private static string Prefix(string name) => name.Length <= LongestPrefix ? name : $"{name[..(LongestPrefix - 9)].TrimEnd('-')}-{ContentHash.Of(name)[..8]}";

    private string Questions(string locale, string title, string kind, string prefix)
    {
        var (isChinese, text) = (locale == Locales.Chinese, new StringBuilder($"---\ntitle: {Quoted(title)}\nkind: {kind}\n---\n"));
        for (var number = 1; number <= Families; number++)
            text.Append(CultureInfo.InvariantCulture, $$"""

                ## {{Mark}}{{(isChinese ? $"第 {number} 题问什么" : $"What question {number} asks")}} {#{{prefix}}-{{number}} competency={{competency}}}

                - [x] {{Mark}}{{(isChinese ? "正确的选项" : "The right option")}}
                  > {{Mark}}{{(isChinese ? "为什么对。" : "Why it is right.")}}
                - [ ] {{Mark}}{{(isChinese ? "常见的错误" : "A mistake that people make")}}
                  > {{Mark}}{{(isChinese ? "错在哪里。" : "What is wrong about it.")}}

                """);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private string Title(string locale) => locale == Locales.Chinese ? request.ChineseTitle ?? $"{Mark}标题" : request.EnglishTitle ?? $"{Mark}Title";

    private static string Both(string english, string chinese) => $"{{ en: {Quoted(english)}, zh-Hans: {Quoted(chinese)} }}";

    private static string Quoted(string words) => $"\"{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
