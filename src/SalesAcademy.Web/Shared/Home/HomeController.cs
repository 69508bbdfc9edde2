using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Home;

/// <summary>Today: what waits for this person, and one clear next step.</summary>
[Route("")]
internal sealed class HomeController(IEnumerable<IWaiting> rooms, IEnumerable<HomeCard> cards, IEnumerable<NavigationItem> navigation) : AcademyController
{
    private const Role Everybody = (Role)~0;

    [HttpGet]
    public async Task<IActionResult> Today(CancellationToken cancellation)
    {
        var waiting = new List<WaitingWork>();
        foreach (var room in rooms)
            waiting.AddRange(await room.For(Person, cancellation));
        return View(new HomePage(
            Person.Name,
            [.. waiting.OrderByDescending(w => w.Urgency).DistinctBy(w => w.Url)],
            [.. cards.Where(card => Person.Is(card.For)).OrderBy(card => card.Order)],
            navigation.Where(item => item.For != Everybody && Person.Is(item.For & ~item.Beside)).MinBy(item => item.Order)?.Url));
    }
}

/// <summary>The home page of one person.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Waiting">What waits for them, the most urgent first.</param>
/// <param name="Cards">Cards of their roles, in order.</param>
/// <param name="Room">The first room of their role, where they go on when nothing waits.</param>
internal sealed record HomePage(string Name, IReadOnlyList<WaitingWork> Waiting, IReadOnlyList<HomeCard> Cards, string? Room)
{
    public WaitingWork? Next => Waiting.Count > 0 ? Waiting[0] : null;

    public IReadOnlyList<HomeCard> CardsBetween(int from, int below) => [.. Cards.Where(card => card.Order >= from && card.Order < below)];
}

/// <summary>The inbox.</summary>
[Route("notices")]
internal sealed class NoticesController(AcademyDb db, ILedger ledger, NavigationCounts counts) : AcademyController
{
    private const int Newest = 100;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Notices", await db.Set<NoticeRow>().Where(n => n.Person == Person.Id).OrderByDescending(n => n.Sequence).Take(Newest).ToListAsync(cancellation));

    /// <summary>The unread count as a figure, fetched by open pages when a signal says so.</summary>
    [HttpGet("unread")]
    public async Task<IActionResult> Unread(CancellationToken cancellation) =>
        Content((await db.Set<NoticeRow>().CountAsync(n => n.Person == Person.Id && n.ReadAt == null, cancellation)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [HttpPost("read")]
    public async Task<IActionResult> Read()
    {
        await ledger.Run<Done>(Act(), async entry =>
        {
            foreach (var notice in await entry.Db.Set<NoticeRow>().Where(n => n.Person == Person.Id && n.ReadAt == null).ToListAsync())
                notice.ReadAt = entry.Act.At;
            return Done.Value;
        });
        counts.Forget(Person.Id);
        return Redirect(ShellFilter.NoticesUrl);
    }

    /// <summary>Opens what a notice is about and marks it read.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Open(Guid id)
    {
        var opened = await ledger.Run<string>(Act(), async entry =>
        {
            if (await entry.Db.Set<NoticeRow>().SingleOrDefaultAsync(n => n.Id == id && n.Person == Person.Id) is not { } notice)
                return Refusal.NotFound;
            notice.ReadAt ??= entry.Act.At;
            return notice.Link;
        });
        counts.Forget(Person.Id);
        return opened is Accepted<string> link ? Back(link.Value, "/") : NotFound();
    }
}
