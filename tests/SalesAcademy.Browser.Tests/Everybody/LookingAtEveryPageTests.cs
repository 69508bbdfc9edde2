using SalesAcademy.Browser.Tests.Hr;
using SalesAcademy.Browser.Tests.Manager;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Browser.Tests.Rep;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Everybody;

public sealed class LookingAtEveryPageTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Every_page_is_open_to_everybody_in_both_themes_on_a_phone_and_on_a_desk(string language)
    {
        Assert.SkipUnless(Thorough.IsAsked, "Every page is examined with the slow proofs: tests/run --long.");
        using var content = new ContentCopy();
        var own = OpenAnother(new AheadOfTime().OnAWorkday(), content.Folder); // on a weekend no drill is asked
        var shown = ViewsShown.In(own);
        var tour = await Tour.Through(own, language, () => Window(language, at: own));

        // Two at once: as many as there are cores on a small machine.
        var walks = Task.WhenAll(InTurn(tour, RepsPages.Walk, PublicPages.Walk), InTurn(tour, ManagersPages.Walk, SessionsPages.Walk, HrsPages.Walk, OfficePages.Walk, ImportPages.Walk, OfferPages.Walk, walker => ChangePages.Walk(walker, content), AuthoringPages.Walk, walker => PolicyPages.Walk(walker, content), walker => JudgingPages.Walk(walker, content)));
        await walks.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.True(tour.Report.Length == 0, tour.Report);
        await walks;
        Assert.True(!shown.Missing.Any(), $"Shown to nobody: {string.Join(", ", shown.Missing)}");
    }

    private static async Task InTurn(Tour tour, params Func<Tour, Task>[] walks)
    {
        foreach (var walk in walks)
            await walk(tour);
    }
}
