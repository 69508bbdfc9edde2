using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.People;

/// <summary>Who may be written to: people at work who have not declined mail.</summary>
internal sealed class NoticeReaders(IDbContextFactory<AcademyDb> contexts) : IMailReaders
{
    public async Task<IReadOnlyDictionary<Guid, MailReader>> Of(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<PersonRow>().Where(p => people.Contains(p.Id) && p.MailsNotices && p.SuspendedAt == null)
            .ToDictionaryAsync(p => p.Id, p => new MailReader(p.Name, p.Email, p.Language), cancellation);
    }
}
