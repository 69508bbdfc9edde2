using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Features.Coaching;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class KeepingSnippetsTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_coach_adds_rewords_orders_and_removes_their_own_and_nobody_else_sees_them(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var max = await floor.App.SignIn(floor.Max);
        await mei.Open("/coaching/snippets");
        await max.Open("/coaching/snippets");

        foreach (var text in new[] { "First words.", "Second words." })
            Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit("/coaching/snippets", ("text", text))).StatusCode);
        var (first, second) = (await Of(floor, floor.Mei)) is [var one, var two] ? (one.Id, two.Id) : default;
        await mei.Submit($"/coaching/snippets/{second}/place");
        await mei.Submit($"/coaching/snippets/{first}", ("text", "Other words."));

        Assert.Equal(["Second words.", "Other words."], (await Of(floor, floor.Mei)).Select(snippet => snippet.Text));
        var board = await mei.Open($"/coaching/board/{floor.Ana}");
        Assert.True(board.IndexOf("data-snippet=\"Second words.\"", StringComparison.Ordinal) is > 0 and var at && at < board.IndexOf("data-snippet=\"Say this passage aloud", StringComparison.Ordinal));
        Assert.DoesNotContain("Second words.", await max.Open("/coaching/snippets"), StringComparison.Ordinal);
        foreach (var act in new[] { "", "/place", "/removal" })
            Assert.Equal(HttpStatusCode.NotFound, (await max.Submit($"/coaching/snippets/{first}{act}", ("text", "Not mine."))).StatusCode);
        await mei.Submit($"/coaching/snippets/{second}/removal");
        Assert.Equal("Other words.", Assert.Single(await Of(floor, floor.Mei)).Text);
    }

    [Fact]
    public async Task A_blank_one_and_one_too_many_are_refused_with_the_text_kept()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/coaching/snippets");
        for (var i = 0; i < KeepSnippets.Most; i++)
            await mei.Submit("/coaching/snippets", ("text", $"Words {i}."));

        var blank = await mei.Submit("/coaching/snippets", ("text", " "));
        var many = await mei.Submit("/coaching/snippets", ("text", "One too many."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (blank.StatusCode, many.StatusCode));
        Assert.Contains("One too many.", await many.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(KeepSnippets.Most, (await Of(floor, floor.Mei)).Count);
    }

    private static async Task<IReadOnlyList<SnippetRow>> Of(Floor floor, Guid person)
    {
        await using var db = floor.App.Read();
        return await db.SnippetsOf(person).ToListAsync(TestContext.Current.CancellationToken);
    }
}
