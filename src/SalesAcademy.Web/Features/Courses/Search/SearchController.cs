using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>Finds what the academy says, in the reader's content language, or where it says nothing of it in the other; and its glossary.</summary>
internal sealed class SearchController(Library library, CourseSearch search, Openings openings, AcademyDb db) : AcademyController
{
    [HttpGet("search")]
    public async Task<IActionResult> Search(string? q, CancellationToken cancellation)
    {
        var asked = q?.Trim() ?? "";
        var closed = asked.Length == 0 ? [] : (await openings.Closed(db, Person.Id, cancellation))
            .Where(one => one.Key.Kind == MilestoneKind.Course).ToDictionary(one => one.Key.Id, one => one.Value, StringComparer.Ordinal);
        var (found, language) = asked.Length == 0 ? (Found.Nothing, Person.ContentLanguage) : Ask(asked, closed.Keys.ToHashSet(StringComparer.Ordinal));
        return View("Search", new SearchPage(asked.Length > SearchText.MostAsked ? asked[..SearchText.MostAsked] : asked, found, closed, library.Now, language));
    }

    // Whoever asks in the other language than they read in means what is written in that one.
    private (Found Found, string Language) Ask(string asked, IReadOnlySet<string> closed)
    {
        var (own, other) = (Person.ContentLanguage, Locales.Nearest(Person.ContentLanguage) == Locales.Chinese ? Locales.English : Locales.Chinese);
        return search.Ask(asked, own, closed) is { IsEmpty: false } found ? (found, own)
            : search.Ask(asked, other, closed) is { IsEmpty: false } elsewhere ? (elsewhere, other)
            : (Found.Nothing, own);
    }

    [HttpGet("glossary")]
    public IActionResult Glossary() => View("Glossary", new GlossaryPage(GlossaryBook.InOrder(library.Now, Person.ContentLanguage), Person.ContentLanguage));
}

/// <summary>What was asked and found.</summary>
/// <param name="Asked">The question; empty before one is asked.</param>
/// <param name="Found">What answers it.</param>
/// <param name="Closed">What comes before courses that are not the reader's turn yet.</param>
/// <param name="Catalogue">What is taught.</param>
/// <param name="Language">The language that answered.</param>
internal sealed record SearchPage(string Asked, Found Found, IReadOnlyDictionary<string, Prerequisite> Closed, Catalogue Catalogue, string Language);

/// <summary>The glossary in the reader's order.</summary>
internal sealed record GlossaryPage(IReadOnlyList<GlossaryTerm> Terms, string Language);
