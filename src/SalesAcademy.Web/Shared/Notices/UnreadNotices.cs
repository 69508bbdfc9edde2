using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Home;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Unread notices, for the bell.</summary>
internal sealed class UnreadNotices(IPreparedReads reads) : INavigationCount
{
    public string Url => ShellFilter.NoticesUrl;

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        (int)(await reads.Rows(NoticeStatements.Unread, row => row.GetInt64(0), person.Id))[0];
}
