using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Navigation;

/// <summary>A room's place in the rail.</summary>
/// <param name="Key">Key of the room's words: its label.</param>
/// <param name="Words">The marker of the room's words.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Icon">Name of the icon.</param>
/// <param name="For">Roles that see it.</param>
/// <param name="Order">Place from the top.</param>
/// <param name="OnPhone">Whether it is one of the five of the bottom bar; its short label is &lt;key&gt;.short.</param>
/// <param name="IsNews">Whether its count is news rather than an amount.</param>
/// <param name="Beside">Those of them who look in now and then: their day does not begin there.</param>
public sealed record NavigationItem(string Key, Type Words, string Url, string Icon, Role For, int Order, bool OnPhone = false, bool IsNews = false, Role Beside = Role.None);

/// <summary>How much waits behind an item of the rail for one person.</summary>
public interface INavigationCount
{
    /// <summary>The url of the item.</summary>
    string Url { get; }

    Task<int> Waiting(CurrentPerson person, CancellationToken cancellation);
}

/// <summary>A card of the home page, shown by a view component.</summary>
/// <param name="Component">Name of the view component.</param>
/// <param name="For">Roles that see it.</param>
/// <param name="Order">Place: below 100 the wide first row, below 200 the main column, else the side column.</param>
public sealed record HomeCard(string Component, Role For, int Order);

/// <summary>Something that waits for a person; the most urgent becomes the one next step of their home page.</summary>
/// <param name="Sentence">One sentence in the reader's language.</param>
/// <param name="Action">What the button says.</param>
/// <param name="Url">Where the button leads.</param>
/// <param name="Detail">How long, or what it opens; may be empty.</param>
/// <param name="Icon">Name of the icon.</param>
/// <param name="Urgency">Higher comes first.</param>
public sealed record WaitingWork(string Sentence, string Action, string Url, string Detail, string Icon, int Urgency);

/// <summary>A room that may have work waiting for a person.</summary>
public interface IWaiting
{
    Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation);
}
