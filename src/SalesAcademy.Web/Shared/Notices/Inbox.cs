using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>A kind of notice: the room's words hold its sentence under notice.&lt;kind&gt;.</summary>
/// <param name="Kind">Unique name, lower-case words joined by hyphens.</param>
/// <param name="Words">The marker of the room's words.</param>
public sealed record NoticeKind(string Kind, Type Words);

/// <summary>The one seam for telling a person something: an inbox row, a live signal and, where set up, a mail.</summary>
public static class Inbox
{
    /// <summary>Puts a notice into a person's inbox, in the transaction of the entry.</summary>
    /// <param name="entry">The command at work.</param>
    /// <param name="person">Whose inbox.</param>
    /// <param name="kind">A registered kind.</param>
    /// <param name="link">The page it leads to.</param>
    /// <param name="arguments">Names of content and figures for the sentence; text in both languages as <see cref="InBothLanguages"/> makes it.</param>
    public static async Task Notify(this Entry entry, Guid person, string kind, string link, params IReadOnlyList<string> arguments)
    {
        await entry.Hold($"notices:{person}");
        var waiting = entry.Db.Set<NoticeRow>().Local.Where(n => n.Person == person).Select(n => n.Sequence).DefaultIfEmpty().Max();
        var stored = (await entry.Reads.Rows(NoticeStatements.Newest, row => row.GetInt64(0), person))[0];
        var sequence = Math.Max(waiting, stored) + 1;
        entry.Db.Add(new NoticeRow
        {
            Id = entry.NewId(),
            Person = person,
            Sequence = sequence,
            Kind = kind,
            Arguments = JsonSerializer.Serialize(arguments),
            Link = link,
            At = entry.Act.At,
        });
        entry.Record(new NoticeGiven(person, sequence, kind));
    }

    /// <summary>Takes what has become idle out of a person's unread notices: nobody is written to about it any more.</summary>
    public static async Task Settle(this Entry entry, Guid person, string kind)
    {
        foreach (var notice in await entry.Db.Set<NoticeRow>().Where(n => n.Person == person && n.Kind == kind && n.ReadAt == null).ToListAsync())
            notice.ReadAt = entry.Act.At;
    }

    public static IServiceCollection AddNoticeKind<TWords>(this IServiceCollection services, string kind) =>
        services.AddSingleton(new NoticeKind(kind, typeof(TWords)));
}

/// <summary>Says notices in the language being spoken.</summary>
public sealed class NoticeWords(IEnumerable<NoticeKind> kinds, IStringLocalizerFactory localizers)
{
    private readonly Dictionary<string, Type> rooms = kinds.ToDictionary(k => k.Kind, k => k.Words, StringComparer.Ordinal);

    public string Say(string kind, string argumentsJson)
    {
        var arguments = JsonSerializer.Deserialize<string[]>(argumentsJson)!.Select(InLanguage);
        return localizers.Create(rooms[kind])[$"notice.{kind}", [.. arguments]];
    }

    private static object InLanguage(string argument) => argument.Split(InBothLanguages.Between) is [var english, var chinese]
        ? Languages.ReaderLanguage.Current == Languages.ReaderLanguage.Chinese ? chinese : english
        : argument;
}
