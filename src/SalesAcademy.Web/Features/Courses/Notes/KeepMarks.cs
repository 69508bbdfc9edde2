using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>What readers mark for themselves: kept, reworded, taken away. None of it is said in the trunk, and what they take away is gone.</summary>
internal sealed class KeepMarks(ILedger ledger, Library library, Openings openings)
{
    /// <summary>More than somebody writes in years; it only keeps one person from filling the disk.</summary>
    public const int Most = 5000;

    // No passage is longer.
    private const int LongestQuote = 4000;

    /// <summary>A highlight, or a note on words or on the lesson. Refused: not-found, closed, note-too-long, note-empty when nothing is chosen and nothing is written, notes-many.</summary>
    public Task<Decision<Guid>> Mark(Act act, Guid person, string course, string lesson, MarkForm form)
    {
        var shown = library.Now.FindCourse(course)?.FindLesson(lesson)?.Text.In(form.Locale ?? Locales.English);
        return ledger.Run<Guid>(act, async entry =>
        {
            if (shown is not { } text)
                return Refusal.NotFound;
            if (await openings.BeforeCourse(entry.Db, person, course) is not null)
                return new Refusal("closed");
            var decided = OwnWords.Decide(form.Text);
            if (decided is not Accepted<string> words)
                return ((Refused<string>)decided).Reason;
            var anchor = AnchorIn(text.Value, form);
            if (anchor is null && words.Value.Length == 0)
                return new Refusal("note-empty");
            await entry.Hold($"marks:{person}");
            if (words.Value.Length == 0 && await Same(entry, person, course, lesson, anchor!) is { } same) // with no words there is an anchor
                return same.Id;
            return await Add(entry, new ReadingMarkRow
            {
                Id = entry.NewId(),
                Person = person,
                Course = course,
                Lesson = lesson,
                Block = anchor?.Block,
                Quote = anchor?.Quote,
                Prefix = anchor?.Prefix,
                Suffix = anchor?.Suffix,
                Locale = anchor is null ? null : text.Locale,
                Text = words.Value,
                At = entry.Act.At,
            });
        });
    }

    /// <summary>Bookmarks a lesson, or takes the bookmark away; done twice, it is done once. Refused: not-found, notes-many.</summary>
    public Task<Decision<Guid>> Bookmark(Act act, Guid person, string course, string lesson, bool isWanted) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold($"marks:{person}");
        var kept = await entry.Db.Set<ReadingMarkRow>().Where(mark => mark.Person == person && mark.Course == course && mark.Lesson == lesson && mark.Block == null && mark.Text == "").SingleOrDefaultAsync();
        if (!isWanted && kept is not null)
            entry.Db.Remove(kept);
        if (!isWanted || kept is not null)
            return kept?.Id ?? Guid.Empty;
        if (library.Now.FindCourse(course)?.FindLesson(lesson) is null)
            return Refusal.NotFound;
        return await Add(entry, new ReadingMarkRow { Id = entry.NewId(), Person = person, Course = course, Lesson = lesson, Text = "", At = entry.Act.At });
    });

    /// <summary>Other words for a note, or words for a highlight; only ever one's own. Refused: not-found, note-too-long, note-empty on the lesson as a whole.</summary>
    public Task<Decision<Guid>> Reword(Act act, Guid person, Guid id, string? text) => ledger.Run<Guid>(act, async entry =>
    {
        if (await Own(entry, person, id) is not { } mark)
            return Refusal.NotFound;
        var decided = OwnWords.Decide(text);
        if (decided is not Accepted<string> words)
            return ((Refused<string>)decided).Reason;
        if (mark.Block is null && words.Value.Length == 0)
            return new Refusal("note-empty");
        (mark.Text, mark.EditedAt) = (words.Value, entry.Act.At);
        return id;
    });

    /// <summary>Takes a mark away for good; only ever one's own. Refused: not-found.</summary>
    public Task<Decision<Guid>> Remove(Act act, Guid person, Guid id) => ledger.Run<Guid>(act, async entry =>
    {
        if (await Own(entry, person, id) is not { } mark)
            return Refusal.NotFound;
        entry.Db.Remove(mark);
        return id;
    });

    private static async Task<Decision<Guid>> Add(Entry entry, ReadingMarkRow mark)
    {
        if (await entry.Db.Set<ReadingMarkRow>().CountAsync(other => other.Person == mark.Person) >= Most)
            return new Refusal("notes-many", Most);
        entry.Db.Add(mark);
        return mark.Id;
    }

    private static Task<ReadingMarkRow?> Own(Entry entry, Guid person, Guid id) => entry.Db.Set<ReadingMarkRow>().SingleOrDefaultAsync(mark => mark.Id == id && mark.Person == person);

    private static async Task<ReadingMarkRow?> Same(Entry entry, Guid person, string course, string lesson, Anchor anchor) =>
        (await entry.Db.Set<ReadingMarkRow>().Where(mark => mark.Person == person && mark.Course == course && mark.Lesson == lesson && mark.Block == anchor.Block && mark.Quote == anchor.Quote).ToListAsync())
        .Find(mark => mark.Anchor == anchor);

    // Words of an edition that was taught a moment ago are kept as they were chosen: what somebody marked is never lost to an edit.
    private static Anchor? AnchorIn(LessonText lesson, MarkForm form)
    {
        if (string.IsNullOrEmpty(form.Block))
            return null;
        var quote = form.Quote?.Length > LongestQuote ? form.Quote[..LongestQuote] : form.Quote ?? "";
        if (lesson.Blocks.FirstOrDefault(block => block.Id == form.Block) is not { } block)
            return quote.Length == 0 || form.Block.Length > 40 ? null : new Anchor(form.Block, quote, "", "");
        var (passage, passages) = (new Passage(block.Id, block.Text), lesson.Blocks.Select(one => new Passage(one.Id, one.Text)).ToArray());
        return (quote.Length == 0 ? null : Anchor.At(passage, quote, form.Offset, passages)) ?? Anchor.At(passage, block.Text, 0, passages);
    }
}
