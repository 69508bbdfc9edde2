using Microsoft.EntityFrameworkCore;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>An offer that waits for finance, as finance decides about it and as its seller reads the answer; and a lead that nobody got.</summary>
internal static class OfferPages
{
    public static async Task Walk(Tour tour)
    {
        var (review, seller, nobody) = await Waiting(tour);
        var rep = await tour.As(seller);
        await rep.Open("/leads/decisions", $"/leads/{review.Lead}");
        var finance = await tour.As("冯雅");
        await finance.Open("/", "/leads/reviews", $"/leads/reviews/{review.Id}");
        await finance.Page.Locator("#Reason").FillAsync("  ");
        finance.Person.IsDisturbed = true; // the console tells of the refusal
        await finance.Page.Locator("button[value=SentBack]").ClickAsync();
        await finance.Look();
        finance.Person.IsDisturbed = false;
        await finance.Page.Locator("#Reason").FillAsync(finance.Person.Say("Five percent is above what two years allow.", "两年期的折扣不能超过百分之三。"));
        await finance.Page.Locator("button[value=SentBack]").ClickAsync();
        await finance.Look();
        await finance.Open($"/leads/reviews/{review.Id}");
        await rep.Open("/leads/decisions", $"/leads/{review.Lead}");

        var operations = await tour.As("吴桐");
        await operations.Open($"/leads/decisions/{nobody}");
    }

    private static async Task<(ReviewRow Review, string Seller, Guid Nobody)> Waiting(Tour tour)
    {
        await using var db = tour.Academy.Read();
        var open = await (
            from review in db.Set<ReviewRow>()
            join lead in db.Set<LeadRow>() on review.Lead equals lead.Id
            join owner in db.Set<PersonRow>() on lead.Owner equals owner.Id
            where review.DecidedAt == null && lead.State == LeadState.Owned
            orderby review.AskedAt
            select new { review, owner.Name }).FirstAsync();
        return (open.review, open.Name, await db.Set<DecisionRow>().Where(d => d.Winner == null).OrderBy(d => d.Number).Select(d => d.Id).FirstAsync());
    }
}
