using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A recording put into a lesson that is being written, with its captions; the text around it is saved with it.</summary>
[Route(AuthoringController.Address + "/{course}/{locale}/{name}/recordings"), Allow(Role.Author | Role.Admin)]
internal sealed class DraftRecordingsController(DraftBook book, KeepDrafts keep, DraftShelf shelf, AcademyDb db, AcademyOptions options, IStringLocalizer<Words> words) : AcademyController
{
    // More than any captions have; how many they may have is told by the check.
    private const int MostWords = 1024 * 1024;

    /// <param name="course">The course.</param>
    /// <param name="locale">The language of the page.</param>
    /// <param name="name">The page.</param>
    /// <param name="form">The text with the recording.</param>
    /// <param name="cancellation">Stops early.</param>
    [HttpPost, TakesRecordings]
    public async Task<IActionResult> Create(string course, string locale, string name, RecordingForm form, CancellationToken cancellation)
    {
        var path = $"courses/{course}/{locale}/{name}.md";
        if (!ContentEditing.IsText(path) || !EditedPlace.Of(path).IsLesson)
            return NotFound();
        var decided = await Add(path, form, cancellation);
        return await AnswerForm(decided, words, "recording.added", EditedPage.UrlOf(path), async () =>
            await book.Find(path, Person, form.Text ?? "", form.Version, cancellation) is { } page ? View("Authoring/Edit", page) : NotFound());
    }

    private async Task<Decision<int>> Add(string path, RecordingForm form, CancellationToken cancellation)
    {
        if (form.Recording is not { Length: > 0 } sent)
            return new Refusal("recording-none");
        if (!AddedRecording.Endings.Contains(AddedRecording.EndingOf(sent.FileName), StringComparer.Ordinal))
            return new Refusal("recording-kind");
        if (form.Title?.Trim() is not { Length: > 0 and <= AddedImage.LongestWords } title)
            return new Refusal("recording-title", AddedImage.LongestWords);
        if (sent.Length > ContentEditing.LargestRecording || new[] { form.English, form.Chinese }.Any(said => said?.Length > MostWords))
            return new Refusal("recording-large", ContentEditing.LargestRecording / 1024 / 1024);
        await shelf.Tidy(db, cancellation);
        await using var content = sent.OpenReadStream();
        var hash = await shelf.Keep(content, cancellation);
        var said = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        foreach (var (language, file) in ((string, IFormFile?)[])[(Locales.English, form.English), (Locales.Chinese, form.Chinese)])
            if (file is { Length: > 0 })
                said[language] = (file.FileName, await Bytes(file, cancellation));
        return AddedRecording.Take(options.Content, EditedPlace.Of(path), sent.FileName.Split('/', '\\')[^1], (shelf.PathOf(hash), hash), said) switch
        {
            Accepted<AddedRecording> { Value: var added } => await keep.Save(Act(), path, added.In(KeepDrafts.Plain(form.Text ?? ""), form.At, title), form.Version, form.BeganFrom, added.All),
            Refused<AddedRecording> { Reason: var reason } => reason,
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}

/// <summary>A recording, what is said in it, and the text it comes into.</summary>
internal sealed record RecordingForm
{
    public string? Text { get; init; }

    public int Version { get; init; }

    public string? BeganFrom { get; init; }

    public IFormFile? Recording { get; init; }

    /// <summary>What it is called, above the player.</summary>
    public string? Title { get; init; }

    /// <summary>What is said, in English.</summary>
    public IFormFile? English { get; init; }

    /// <summary>What is said, in Chinese.</summary>
    public IFormFile? Chinese { get; init; }

    /// <summary>Where in the text it is to stand, in characters; null for behind all.</summary>
    public int? At { get; init; }
}

/// <summary>Takes a recording with its words; the content check says how large it may be.</summary>
internal sealed class TakesRecordingsAttribute() : TakesFilesAttribute(_ => 43);
