using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Says what was granted, and tells the person who has it.</summary>
internal sealed class AccommodationNotices(IStringLocalizer<Words> words)
{
    /// <summary>Kinds of the notices.</summary>
    public const string GivenKind = "accommodation-given", RevokedKind = "accommodation-revoked";

    public Task Given(Entry entry, Guid person, Quiz? quiz, Accommodation granted) => entry.Notify(
        person, GivenKind, LinkTo(quiz?.Course, quiz?.Id), NameOf(quiz),
        InBothLanguages.Of(() => What(words, granted.ExtraTime, granted.ExtraAttempts)), InBothLanguages.Of(() => Moments.LongDay(granted.Until)));

    public Task Revoked(Entry entry, Guid person, Quiz? quiz, AccommodationRow row) => entry.Notify(
        person, RevokedKind, LinkTo(row.Course, row.Quiz), quiz is null && row.Quiz is { } gone ? gone : NameOf(quiz),
        InBothLanguages.Of(() => What(words, row.ExtraTime, row.ExtraAttempts)));

    /// <summary>Such as "25% more time and 2 more attempts", in the language being spoken.</summary>
    public static string What(IStringLocalizer words, int time, int attempts) => (time, attempts) switch
    {
        ( > 0, > 0) => words["granted.both", words["granted.time", time], words.Count("granted.attempts", attempts)],
        (_, > 0) => words.Count("granted.attempts", attempts),
        _ => words["granted.time", time],
    };

    private string NameOf(Quiz? quiz) => quiz is null
        ? InBothLanguages.Of(() => words["granted.everywhere"])
        : InBothLanguages.Of(quiz.Title);

    private static string LinkTo(string? course, string? quiz) => course is null || quiz is null ? "/courses" : $"/quizzes/{course}/{quiz}";
}
