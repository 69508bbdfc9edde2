using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>What stands around every page: filled once per request, read by _Shell and _Plain.</summary>
public sealed record ShellPage
{
    /// <summary>The academy's name beside its mark.</summary>
    public required string Academy { get; init; }

    /// <summary>Tag of the interface language: en or zh-Hans.</summary>
    public required string Language { get; init; }

    /// <summary>auto, light or dark, from the reader's cookie, so that the first paint is right.</summary>
    public string Theme { get; init; } = "auto";

    public required ShellWords Words { get; init; }
    public required ShellLinks Links { get; init; }

    /// <summary>None before sign-in.</summary>
    public ShellPerson? Person { get; init; }

    /// <summary>In order; the first five that have a PhoneLabel stand at the bottom of a phone.</summary>
    public IReadOnlyList<NavItem> Nav { get; init; } = [];

    public int UnreadNotices { get; init; }

    /// <summary>What the last request did, told once.</summary>
    public FlashMessage? Flash { get; init; }

    /// <summary>Where the preferences form, to which the buttons of language and theme belong, returns to: path and query of this page.</summary>
    public string ReturnUrl { get; init; } = "/";

    public bool IsChinese() => Language.StartsWith("zh", StringComparison.Ordinal);

    public IEnumerable<NavItem> OnPhone() => Nav.Where(item => item.PhoneLabel is not null).Take(5);

    public static void Put(ViewDataDictionary viewData, ShellPage shell) => viewData[nameof(ShellPage)] = shell;

    public static ShellPage Of(ViewDataDictionary viewData) => viewData[nameof(ShellPage)] as ShellPage
        ?? throw new InvalidOperationException("The page has no ShellPage: put one into ViewData before the view runs.");
}

public sealed record ShellPerson(Guid Id, string Name, string Role);

/// <summary>One room in the rail.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Url">Its first page.</param>
/// <param name="Icon">A name of the icon list.</param>
public sealed record NavItem(string Label, string Url, string Icon)
{
    /// <summary>What waits there, as short text: "9" or "4 / 6".</summary>
    public string? Count { get; init; }

    /// <summary>The count is news.</summary>
    public bool IsNew { get; init; }

    public bool IsActive { get; init; }

    /// <summary>The short name at the bottom of a phone; none puts the room under the avatar there.</summary>
    public string? PhoneLabel { get; init; }
}

/// <summary>A message of the last request.</summary>
public sealed record FlashMessage(string Text, Tone Tone = Tone.Good);

/// <summary>Addresses the shell posts and links to; null leaves the control away.</summary>
public sealed record ShellLinks(string Home, string Language, string Theme)
{
    public string? Search { get; init; }
    public string? Notices { get; init; }
    public string? Help { get; init; }
    public string? Profile { get; init; }
    public string? SignOut { get; init; }
}

/// <summary>Every word of the shell, in the reader's language.</summary>
public sealed record ShellWords
{
    public required string SkipToContent { get; init; }
    public required string Close { get; init; }
    public required string Rooms { get; init; }
    public required string Language { get; init; }
    public required string Theme { get; init; }
    public required string ThemeAuto { get; init; }
    public required string ThemeLight { get; init; }
    public required string ThemeDark { get; init; }
    public string Search { get; init; } = "";

    /// <summary>The bell with its count in words: "Notices, 3 unread".</summary>
    public string Notices { get; init; } = "";
    public string Help { get; init; } = "";
    public string Account { get; init; } = "";
    public string Profile { get; init; } = "";
    public string SignOut { get; init; } = "";
}
