using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Home;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Unread notices, for the bell.</summary>
internal sealed class UnreadNotices(IPreparedReads reads) : INavigationCount
{
    public string Url => ShellFilter.NoticesUrl;

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) => reads.Count(NoticeStatements.Unread, person.Id);
}
