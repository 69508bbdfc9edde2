using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Demo;

public sealed class TellingTheDemoTests
{
    [Fact]
    public async Task It_has_people_at_every_stage_in_both_languages_and_leads_of_every_fate_up_to_today()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Demo"] = "true" });
        await using var db = app.Read();
        var tiers = await db.Set<TierRow>().ToDictionaryAsync(row => row.Person, row => row.Tier, TestContext.Current.CancellationToken);

        Assert.Equal((0, 0, Tier.Shadow), await Stage("noah"));
        Assert.Equal((15, 0, Tier.Shadow), await Stage("linyue"));
        Assert.Equal((15, 3, Tier.A), await Stage("nana"));
        Assert.True(await Stage("zhaolei") is { Certificates: 3, Tier: < Tier.A });
        var (due, today) = (DemoOrganisation.IdOf("zhaolei"), app.Clock.Today);
        Assert.True(await db.Set<CertificateRow>().AnyAsync(row => row.Person == due && row.Certification == "leads-and-pool" && row.RenewalOpens <= today && row.Until >= today, TestContext.Current.CancellationToken));
        var people = await db.Set<PersonRow>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["en", "zh-Hans"], people.Select(person => person.Language).Distinct().Order());
        var leads = await db.Set<LeadRow>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(leads, lead => lead.Owner is not null);
        Assert.Contains(leads, lead => lead is { Owner: null, State: LeadState.Waiting });
        Assert.True(await db.Set<NoteRow>().AnyAsync(TestContext.Current.CancellationToken));
        var attempts = await db.Set<AttemptRow>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(attempts, attempt => Assert.InRange((attempt.FinishedAt!.Value - attempt.StartedAt).TotalMinutes, 1, 20));
        Assert.Equal(2, attempts.Count(attempt => attempt.Score is null));
        Assert.Equal(2, await db.Set<ContestRow>().CountAsync(contest => contest.DecidedAt == null, TestContext.Current.CancellationToken));
        var events = await app.Events();
        Assert.Null(EventTrunk.FirstBroken(events));
        Assert.All(events, e => Assert.True(e.At <= app.Clock.Now));
        Assert.Contains(events, e => e.LocalDate >= app.Clock.Today.AddDays(-1));

        async Task<(int Lessons, int Certificates, Tier Tier)> Stage(string key)
        {
            var id = DemoOrganisation.IdOf(key);
            return (
                await db.Set<LessonProgressRow>().CountAsync(row => row.Person == id && row.CompletedAt != null, TestContext.Current.CancellationToken),
                await db.Set<CertificateRow>().CountAsync(row => row.Person == id, TestContext.Current.CancellationToken), tiers[id]);
        }
    }
}
