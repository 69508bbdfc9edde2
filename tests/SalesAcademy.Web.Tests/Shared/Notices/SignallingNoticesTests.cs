using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Coaching;

namespace SalesAcademy.Web.Tests.Shared.Notices;

public sealed class SignallingNoticesTests
{
    [Fact]
    public async Task An_open_page_hears_of_a_notice_and_reads_it_in_its_own_language()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        await using var bo = await floor.Connect(floor.Bo);

        await floor.App.Certify(floor.Ana);

        await Eventually.Holds(() => ana.Count("notices") > 0, "a signal of the notice");
        Assert.Equal("1", await ana.Http.GetStringAsync("/notices/unread", TestContext.Current.CancellationToken));
        Assert.Contains("Discovery", await ana.Http.GetStringAsync("/notices", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, bo.Count("notices"));
    }
}
