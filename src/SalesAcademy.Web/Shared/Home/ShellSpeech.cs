using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Shared.Home;

/// <summary>What the shell says to everybody of the same roles in one language.</summary>
/// <param name="Academy">The academy's name.</param>
/// <param name="Words">The words, with no notice unread.</param>
/// <param name="Nav">The rooms without anything waiting; IsNew where a count would be news.</param>
/// <param name="Role">What the person is called.</param>
internal sealed record SaidByShell(string Academy, ShellWords Words, IReadOnlyList<NavItem> Nav, string Role);

/// <summary>Says the shell once per language and set of roles instead of at every page.</summary>
internal sealed class ShellSpeech(IEnumerable<NavigationItem> items, IStringLocalizerFactory localizers, IStringLocalizer<HouseWords> words)
{
    private readonly NavigationItem[] inOrder = [.. items.OrderBy(item => item.Order)];
    private readonly ConcurrentDictionary<(string Language, Role? Roles), SaidByShell> said = [];

    /// <summary>In the language being spoken, which must be the one named.</summary>
    public SaidByShell For(string language, CurrentPerson? person) =>
        said.GetOrAdd((language, person?.Roles), static (key, speech) => speech.Say(key.Roles), this);

    public string Unread(int notices) => words.Count("notices", notices);

    private SaidByShell Say(Role? roles) => new(
        words["academy"], Words(),
        roles is not { } held ? [] : [.. inOrder.Where(item => (held & item.For) != Role.None).Select(Item)],
        roles is { } any ? words[$"role.{Enum.GetValues<Role>().Last(role => role != Role.None && (any & role) != Role.None)}"] : "");

    private NavItem Item(NavigationItem item)
    {
        var label = localizers.Create(item.Words);
        return new NavItem(label[item.Key], item.Url, item.Icon) { IsNew = item.IsNews, PhoneLabel = item.OnPhone ? label[$"{item.Key}.short"].Value : null };
    }

    private ShellWords Words() => new()
    {
        SkipToContent = words["skip-to-content"],
        Close = words["toast.close"],
        Rooms = words["rooms"],
        Language = words["language"],
        Theme = words["theme"],
        ThemeAuto = words["theme.auto"],
        ThemeLight = words["theme.light"],
        ThemeDark = words["theme.dark"],
        Search = words["search"],
        Notices = Unread(0),
        Help = words["help"],
        Account = words["account"],
        Profile = words["profile"],
        SignOut = words["sign-out"],
    };
}
