using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Home;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Unread notices, for the bell.</summary>
internal sealed class UnreadNotices(AcademyDb db) : INavigationCount
{
    public string Url => ShellFilter.NoticesUrl;

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        db.Set<NoticeRow>().CountAsync(n => n.Person == person.Id && n.ReadAt == null, cancellation);
}
