using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Shared.Home;

/// <summary>Fills what stands around every page: rail, counts, words, theme.</summary>
internal sealed class ShellFilter(NavigationCounts counts, ShellSpeech speech) : IAsyncResultFilter
{
    public const string NoticesUrl = "/notices";

    private static readonly ShellLinks ForStrangers = new("/", "/people/preferences/language", "/people/preferences/theme");
    private static readonly ShellLinks ForPeople = ForStrangers with { Search = "/search", Notices = NoticesUrl, Profile = "/people/me", SignOut = "/people/sign-out" };

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view)
            ShellPage.Put(view.ViewData, await Shell(context.HttpContext, Flash(context.HttpContext, view)));
        await next();
    }

    // A flash comes with the redirect that told it; without its cookie there is nothing to read, nor to write back.
    private static FlashMessage? Flash(HttpContext http, ViewResult view) =>
        !http.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName) ? null
        : view.TempData["flash"] is string done ? new FlashMessage(done)
        : view.TempData["flash-refused"] is string refused ? new FlashMessage(refused, Tone.Bad)
        : null;

    private async Task<ShellPage> Shell(HttpContext http, FlashMessage? flash)
    {
        // After a failure the page asks nothing of the stores: they may be what failed.
        var person = http.Features.Get<IExceptionHandlerFeature>() is null ? http.Features.Get<CurrentPerson>() : null;
        var waiting = person is null ? null : await counts.Of(person, http.RequestAborted);
        var unread = waiting?.GetValueOrDefault(NoticesUrl) ?? 0;
        var said = speech.For(ReaderLanguage.Current, person);
        return new ShellPage
        {
            Academy = said.Academy,
            Language = ReaderLanguage.Current,
            Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"]! : "auto",
            Words = unread == 0 ? said.Words : said.Words with { Notices = speech.Unread(unread) },
            Links = person is null ? ForStrangers : ForPeople,
            Person = person is null ? null : new ShellPerson(person.Id, person.Name, said.Role),
            Nav = [.. said.Nav.Select(item => Item(item, http.Request.Path, waiting!))], // only people have items
            UnreadNotices = unread,
            Flash = flash,
            ReturnUrl = PageBehind.Of(http.Request),
        };
    }

    private static NavItem Item(NavItem item, PathString path, IReadOnlyDictionary<string, int> waiting)
    {
        var count = waiting.GetValueOrDefault(item.Url);
        var isActive = item.Url == "/" ? path == "/" : path.StartsWithSegments(item.Url, StringComparison.OrdinalIgnoreCase);
        return item with { Count = count == 0 ? null : count.ToString(System.Globalization.CultureInfo.CurrentCulture), IsNew = item.IsNew && count > 0, IsActive = isActive };
    }
}
