using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>The path that leads to a course which is begun: its file is published together with the course.</summary>
[Route(AuthoringController.Address + "/{course}/path"), Allow(Role.Author | Role.Admin)]
internal sealed class LeadingPathsController(DraftBook book, KeepDrafts keep, AcademyDb db, AcademyOptions options, IStringLocalizer<Words> words) : AcademyController
{
    private const int LastDay = 9999;

    /// <param name="course">The course.</param>
    /// <param name="place">Which path, and behind how many of its steps: sdr-onboarding:3.</param>
    /// <param name="day">By which day it is due.</param>
    /// <param name="version">The version of the course's file that was seen.</param>
    /// <param name="cancellation">Stops early.</param>
    [HttpPost]
    public async Task<IActionResult> Create(string course, string? place, int day, int version, CancellationToken cancellation)
    {
        var file = ContentEditing.CourseFile(course);
        return await AnswerForm(await Lead(course, file, place, day, version, cancellation), words, "leading.done", EditedPage.UrlOf(file), async () =>
            await book.Find(file, Person, typed: null, seen: 0, cancellation) is { } page ? View("Authoring/Edit", page) : NotFound());
    }

    private async Task<Decision<int>> Lead(string course, string file, string? place, int day, int version, CancellationToken cancellation)
    {
        if (place?.Split(':') is not [var path, var behind] || !int.TryParse(behind, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || ContentEditing.Read(options.Content, ContentEditing.PathFile(path)) is not { } standing)
            return Refusal.NotFound;
        if (day is < 1 or > LastDay)
            return new Refusal("path-day", LastDay);
        var draft = await KeepDrafts.Open(db, ContentEditing.PathFile(path), cancellation);
        return PathSteps.With(draft?.Text ?? KeepDrafts.Plain(standing.Text), course, at, day) is { } written
            ? await keep.Lead(Act(), file, version, ContentEditing.PathFile(path), written, draft?.BeganFrom ?? standing.Hash)
            : new Refusal("path-form");
    }
}
