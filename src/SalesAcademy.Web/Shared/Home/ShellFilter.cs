using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Home;

/// <summary>Fills what stands around every page: rail, counts, words, theme.</summary>
internal sealed class ShellFilter(
    IEnumerable<NavigationItem> items, NavigationCounts counts, IStringLocalizerFactory localizers, IStringLocalizer<HouseWords> words) : IAsyncResultFilter
{
    public const string NoticesUrl = "/notices";

    private readonly NavigationItem[] inOrder = [.. items.OrderBy(item => item.Order)];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view)
            ShellPage.Put(view.ViewData, await Shell(context.HttpContext, view.TempData["flash"] as string));
        await next();
    }

    private async Task<ShellPage> Shell(HttpContext http, string? flash)
    {
        // After a failure the page asks nothing of the stores: they may be what failed.
        var person = http.Features.Get<IExceptionHandlerFeature>() is null ? http.Features.Get<CurrentPerson>() : null;
        var waiting = person is null ? null : await counts.Of(person, http.RequestAborted);
        var unread = waiting?.GetValueOrDefault(NoticesUrl) ?? 0;
        return new ShellPage
        {
            Academy = words["academy"],
            Language = ReaderLanguage.Current,
            Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"]! : "auto",
            Words = Words(unread),
            Links = Links(person),
            Person = person is null ? null : new ShellPerson(person.Name, RoleOf(person)),
            Nav = person is null ? [] : [.. inOrder.Where(item => person.Is(item.For)).Select(item => Item(item, http.Request.Path, waiting!))],
            UnreadNotices = unread,
            Flash = flash is null ? null : new FlashMessage(flash),
            ReturnUrl = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/",
        };
    }

    private NavItem Item(NavigationItem item, PathString path, IReadOnlyDictionary<string, int> waiting)
    {
        var label = localizers.Create(item.Words);
        var count = waiting.GetValueOrDefault(item.Url);
        return new NavItem(label[item.Key], item.Url, item.Icon)
        {
            Count = count == 0 ? null : count.ToString(System.Globalization.CultureInfo.CurrentCulture),
            IsNew = item.IsNews && count > 0,
            IsActive = item.Url == "/" ? path == "/" : path.StartsWithSegments(item.Url, StringComparison.OrdinalIgnoreCase),
            PhoneLabel = item.OnPhone ? label[$"{item.Key}.short"].Value : null,
        };
    }

    private string RoleOf(CurrentPerson person) => words[$"role.{Enum.GetValues<Role>().Last(role => role != Role.None && person.Is(role))}"];

    private static ShellLinks Links(CurrentPerson? person) => new("/", "/people/preferences/language", "/people/preferences/theme")
    {
        Notices = person is null ? null : NoticesUrl,
        Profile = person is null ? null : "/people/me",
        SignOut = person is null ? null : "/people/sign-out",
    };

    private ShellWords Words(int unread) => new()
    {
        SkipToContent = words["skip-to-content"],
        Rooms = words["rooms"],
        Language = words["language"],
        Theme = words["theme"],
        ThemeAuto = words["theme.auto"],
        ThemeLight = words["theme.light"],
        ThemeDark = words["theme.dark"],
        Notices = words.Count("notices", unread),
        Help = words["help"],
        Account = words["account"],
        Profile = words["profile"],
        SignOut = words["sign-out"],
    };
}

/// <summary>Unread notices, for the bell.</summary>
internal sealed class UnreadNotices(AcademyDb db) : INavigationCount
{
    public string Url => ShellFilter.NoticesUrl;

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        db.Set<NoticeRow>().CountAsync(n => n.Person == person.Id && n.ReadAt == null, cancellation);
}
