using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>An image put into a page that is being written; the text around it is saved with it.</summary>
[Route(AuthoringController.Address + "/{course}/{locale}/{name}/images"), Allow(Role.Author | Role.Admin)]
internal sealed class DraftImagesController(DraftBook book, KeepDrafts keep, AcademyOptions options, IStringLocalizer<Words> words) : AcademyController
{
    /// <param name="course">The course.</param>
    /// <param name="locale">The language of the page.</param>
    /// <param name="name">The page.</param>
    /// <param name="form">The text with the image.</param>
    /// <param name="cancellation">Stops early.</param>
    [HttpPost, TakesImages]
    public async Task<IActionResult> Create(string course, string locale, string name, ImageForm form, CancellationToken cancellation)
    {
        var path = $"courses/{course}/{locale}/{name}.md";
        if (!ContentEditing.IsText(path))
            return NotFound();
        var decided = await Add(path, course, form, cancellation);
        return await AnswerForm(decided, words, "image.added", EditedPage.UrlOf(path), async () =>
            await book.Find(path, Person, form.Text ?? "", form.Version, cancellation) is { } page ? View("Authoring/Edit", page) : NotFound());
    }

    private async Task<Decision<int>> Add(string path, string course, ImageForm form, CancellationToken cancellation)
    {
        if (form.Image is not { Length: > 0 } sent)
            return new Refusal("image-none");
        if (form.Alt?.Trim() is not { Length: > 0 and <= AddedImage.LongestWords } alt)
            return new Refusal("image-words", AddedImage.LongestWords);
        if (sent.Length > ContentEditing.LargestImage)
            return new Refusal("image-large", ContentEditing.LargestImage / 1024 / 1024);
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancellation);
        return AddedImage.Take(options.Content, course, sent.FileName, bytes.ToArray()) switch
        {
            Accepted<AddedImage> { Value: var image } => await keep.Save(Act(), path, image.In(KeepDrafts.Plain(form.Text ?? ""), form.At, alt), form.Version, form.BeganFrom, image),
            Refused<AddedImage> { Reason: var reason } => reason,
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }
}

/// <summary>An image and the text it comes into.</summary>
internal sealed record ImageForm
{
    public string? Text { get; init; }

    public int Version { get; init; }

    public string? BeganFrom { get; init; }

    public IFormFile? Image { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>Where in the text it is to stand, in characters; null for behind all.</summary>
    public int? At { get; init; }
}
