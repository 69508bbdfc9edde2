using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Demo;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>What a stranger sees: signing in, verifying a certificate, and what is said when something is wrong.</summary>
internal static class PublicPages
{
    public static async Task Walk(Tour tour)
    {
        var stranger = await tour.Stranger();
        await stranger.Open("/people/sign-in");
        await stranger.Page.Locator("#Email").FillAsync("maya@lanteng.example");
        await stranger.Page.Locator("#Password").FillAsync("not-the-password");
        await stranger.Person.Button("Sign in", "登录").ClickAsync();
        await stranger.Look();

        // Certified two years ago, and again these days.
        var (expired, renewed) = (DemoOrganisation.IdOf("siqi"), DemoOrganisation.IdOf("haoran"));
        await tour.Academy.Pass(expired, "discovery", daysAgo: 800);
        await tour.Academy.Pass(renewed, "sales-process", daysAgo: 700);
        await tour.Academy.Pass(renewed, "sales-process", daysAgo: 0);
        await stranger.Open("/certificates/verify", "/certificates/verify/0000-0000-0000-0000-0000-0000-0000");
        foreach (var person in new[] { expired, renewed })
            foreach (var certificate in await tour.Academy.CertificatesOf(person))
                await stranger.Open($"/certificates/verify/{certificate.Code}");

        await stranger.Open("/error/400", "/error/404", "/error/413", "/error/429", "/error/500", "/error/503");
    }
}
