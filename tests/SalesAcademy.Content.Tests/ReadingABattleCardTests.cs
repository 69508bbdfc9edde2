namespace SalesAcademy.Content.Tests;

public sealed class ReadingABattleCardTests
{
    private const string English = "---\ntitle: First call\nsummary: Before you dial.\n---\n## Three questions\n\n1. What changed?\n\n| Sign | Say |\n|---|---|\n| Silence | Wait |\n";
    private const string Chinese = "---\ntitle: 首次通话\nsummary: 拨号之前看一眼。\n---\n## 三个问题\n\n1. 最近有什么变化？\n";

    [Fact]
    public void A_card_is_read_in_both_languages_and_is_part_of_the_edition()
    {
        using var content = new ContentBuilder();
        var before = content.Compile().Catalogue!.Hash;

        var catalogue = content.Text("courses/first-call/en/battle-card.md", English).Text("courses/first-call/zh-Hans/battle-card.md", Chinese).Compile().Catalogue!;

        var card = catalogue.FindCourse("first-call")!.Card!;
        Assert.Equal(("First call", "拨号之前看一眼。"), (card.English!.Title, card.Chinese!.Summary));
        Assert.Contains("<table", card.English.Html, StringComparison.Ordinal);
        Assert.NotEqual(before, catalogue.Hash);
    }

    [Fact]
    public void Most_courses_do_without() => Assert.Null(new ContentBuilder().Compile().Catalogue!.FindCourse("first-call")!.Card);

    [Theory]
    [InlineData("card-empty", "---\ntitle: First call\nsummary: Before you dial.\n---\n", true)]
    [InlineData("card-locales-headings", "---\ntitle: First call\nsummary: Before you dial.\n---\n## One\n\nText\n\n## Two\n\nText\n", false)]
    [InlineData("reference-missing", "---\ntitle: First call\nsummary: Before you dial.\n---\n## One\n\n[there](/courses/first-call/gone)\n", true)]
    public void A_mistake_in_it_is_named_with_its_file(string rule, string english, bool isError)
    {
        using var content = new ContentBuilder().Text("courses/first-call/en/battle-card.md", english).Text("courses/first-call/zh-Hans/battle-card.md", Chinese);

        var problem = Assert.Single(content.Compile().Problems, problem => problem.Code == rule);

        Assert.EndsWith("battle-card.md", problem.File, StringComparison.Ordinal);
        Assert.Equal(isError, problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void One_that_fits_no_page_and_one_in_one_language_only_are_reported()
    {
        using var content = new ContentBuilder().Text("courses/first-call/en/battle-card.md", English + string.Concat(Enumerable.Repeat("word ", 700)));

        Assert.Equal(["card-long", "locale-missing"], content.Compile().Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }
}
