using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>In each team one one-to-one that both have signed, with an action item still open, and a role-play that is planned.</summary>
internal sealed class DemoSessions(CoachingSessions sessions, Library library, Clock clock)
{
    private readonly Dictionary<string, Guid> held = new(StringComparer.Ordinal);

    public IEnumerable<Scene> Scenes() =>
    [
        .. Signed("mingzhe", "nana", 14, "二楼小会议室", "客户抱怨交期时，你没有急着解释，先把影响问清楚了。", "报价前先确认决策人；这一步上周两次都漏了。", "整理三家同类客户的报价周期，发给明哲"),
        .. Signed("aisha", "zoe", 21, "Room 2", "You let the silence stand after the price, and the buyer filled it.", "Ask who else has to agree before you send a proposal.", "List who decides at Tilbury Steelworks"),
        Planned("mingzhe", "linyue", 15, "二楼小会议室", "演练首次通话的前两分钟\n最难的那一分钟再来一遍"),
        Planned("aisha", "maya", 22, "Room 2", "Play the first two minutes of a first call\nPlay the hardest minute again"),
    ];

    private Scene Planned(string coach, string seller, int hour, string place, string agenda) => At(1, hour, coach, act => sessions.Plan(act, Wish(coach, seller, SessionKind.RolePlay, clock.Today.AddDays(1), hour, place, agenda)));

    private IEnumerable<Scene> Signed(string coach, string seller, int hour, string place, string wentWell, string toTry, string item)
    {
        const int Ago = 6; // days
        yield return At(Ago + 1, hour, coach, async act => held[seller] = ((Accepted<Guid>)await sessions.Plan(act, Wish(coach, seller, SessionKind.OneToOne, act.Today.AddDays(1), hour, place, toTry))).Value);
        yield return At(Ago, hour, coach, act => sessions.Begin(act, held[seller]));
        yield return At(Ago, hour, coach, act => sessions.Agree(act, held[seller], item, DemoOrganisation.IdOf(seller), act.Today.AddDays(10)), 20);
        yield return At(Ago, hour, coach, act => sessions.End(act, held[seller]), 30);
        yield return At(Ago, hour, coach, act => sessions.SumUp(act, held[seller], wentWell, toTry), 40);
        yield return At(Ago, hour, coach, act => sessions.Sign(act, held[seller]), 41);
        yield return At(Ago - 1, hour, seller, act => sessions.Sign(act, held[seller]));
    }

    // A coach plans by the clock where they live.
    private SessionPlan Wish(string coach, string seller, SessionKind kind, DateOnly day, int hour, string place, string agenda)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoOrganisation.People.Single(person => person.Key == coach).Zone);
        var local = TimeZoneInfo.ConvertTime(day.ToDateTime(new TimeOnly(hour, 0)), clock.Zone, zone);
        return new()
        {
            Kind = kind,
            Seller = DemoOrganisation.IdOf(seller),
            Coach = DemoOrganisation.IdOf(coach),
            Day = DateOnly.FromDateTime(local),
            At = TimeOnly.FromDateTime(local),
            Minutes = 30,
            Place = place,
            Rubric = kind == SessionKind.OneToOne ? null : library.Now.FindRubric("discovery-call")?.Id,
            Agenda = agenda,
        };
    }

    private Scene At(int ago, int hour, string person, Func<Shared.Ledger.Act, Task> happens, int minute = 5)
    {
        var at = clock.Ago(ago, hour, minute);
        return new(at, () => happens(clock.ActAt(at, DemoOrganisation.IdOf(person))));
    }
}
