using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

internal sealed class LeadsRoom : IRoom
{
    public string Purpose => "The pool, who may be given a lead, who is, and why.";

    public IReadOnlyList<Type> Uses => [typeof(ReadinessRoom), typeof(CoursesRoom), typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears =>
        [typeof(TierChanged), typeof(TierOverridden), typeof(PersonReinstated), typeof(LeadAssigned), typeof(LeadReturned), typeof(LeadLocked), typeof(LeadUnlocked), typeof(LeadWon), typeof(LeadLost), typeof(LeadReopened)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddLeadsRecords()
        .AddSingleton(configuration.GetSection("Academy:WorkingHours").Get<WorkingHours>() ?? new WorkingHours())
        .AddSingleton<Sellers>()
        .AddSingleton<LiveTable>()
        .AddSingleton<TableKeeper>()
        .AddHostedService(p => p.GetRequiredService<TableKeeper>())
        .AddSingleton<Assigning>()
        .AddSingleton<Arriving>()
        .AddSingleton(p => new LeadPool(p.GetRequiredService<ILedger>(), p.GetRequiredService<Library>(), p.GetRequiredService<Sellers>(), p.GetRequiredService<Assigning>(), p.GetRequiredService<Arriving>()))
        .AddSingleton<LeadFeed>()
        .AddSingleton<Batches>()
        .AddSingleton<BatchRunner>()
        .AddHostedService(p => p.GetRequiredService<BatchRunner>())
        .AddScoped(p => new EligibilityBook(p.GetRequiredService<Sellers>(), p.GetRequiredService<PastCases>(), p.GetRequiredService<Library>(), p.GetRequiredService<Checks>(), p.GetRequiredService<Clock>()))
        .AddSingleton<LeadNumbers>()
        .AddSingleton<LeadKeeper>()
        .AddHostedService(p => p.GetRequiredService<LeadKeeper>())
        .AddSingleton<SheetColumns>()
        .AddSingleton<UploadShelf>()
        .AddSingleton<ImportFiles>()
        .AddSingleton<ImportWords>()
        .AddSingleton<ImportReport>()
        .AddSingleton<BeginImport>()
        .AddSingleton<LeadImporter>()
        .AddHostedService(p => p.GetRequiredService<LeadImporter>())
        .AddSingleton<ICommand, LeadImportCommand>()
        .AddSingleton<IConsumer, WaitingLeadsPush>()
        .AddSingleton<IConsumer, LeadPush>()
        .AddSingleton<Replay>()
        .AddSingleton<NightlyReplay>()
        .AddHostedService(p => p.GetRequiredService<NightlyReplay>())
        .AddSingleton<ICommand, LeadsReplayCommand>()
        .AddNoticeKind<Words>(NightlyReplay.Kind)
        .AddSingleton<Inflows>()
        .AddSingleton<TierWays>()
        .AddScoped<BehindBottleneck>()
        .AddScoped<BottleneckReader>()
        .AddScoped<AskSellers>()
        .AddSingleton<Simulator>()
        .AddSingleton<SimulationSeal>()
        .AddScoped<Checks>()
        .AddSingleton<PastCases>()
        .AddScoped<DecisionReader>()
        .AddSingleton<Denials>()
        .AddScoped<DenialReader>()
        .AddScoped<IWaiting, DenialsWaiting>()
        .AddNoticeKind<Words>(Denials.RaisedKind)
        .AddNoticeKind<Words>(Denials.LateKind)
        .AddNoticeKind<Words>(Denials.KindOf(DenialRuling.Given))
        .AddNoticeKind<Words>(Denials.KindOf(DenialRuling.Corrected))
        .AddNoticeKind<Words>(Denials.KindOf(DenialRuling.Stands))
        .AddSingleton<Reviews>()
        .AddScoped<IWaiting, ReviewsWaiting>()
        .AddNoticeKind<Words>(Reviews.AskedKind)
        .AddNoticeKind<Words>(Reviews.DueKind)
        .AddNoticeKind<Words>(Reviews.LateKind)
        .AddNoticeKind<Words>(Reviews.KindOf(OfferRuling.Agreed))
        .AddNoticeKind<Words>(Reviews.KindOf(OfferRuling.AgreedWithConditions))
        .AddNoticeKind<Words>(Reviews.KindOf(OfferRuling.SentBack))
        .AddSingleton(new NavigationItem("reviews", typeof(Words), ReviewsController.Address, "clipboard-check", Role.Finance | Role.SalesOps, 53, OnPhone: true))
        .AddSingleton(new NavigationItem("leads", typeof(Words), "/leads", "address-book", Role.Rep, 50, OnPhone: true))
        .AddSingleton(new NavigationItem("pool", typeof(Words), "/leads/health", "target", Role.Manager | Role.SalesOps, 52, OnPhone: true))
        .AddSingleton(new NavigationItem("policies", typeof(Words), PoliciesController.Address, "adjustments-horizontal", Role.SalesOps, 54))
        .AddScoped<INavigationCount, OpenLeads>()
        .AddScoped<INavigationCount, WaitingLeads>()
        .AddScoped<IWaiting, LeadWork>()
        .AddScoped<IWaiting, LeaversWaiting>()
        .AddScoped<IWaiting, PoolWaiting>()
        .AddScoped<IWaiting, PolicyWaiting>()
        .AddSingleton(new HomeCard("YourLeads", Role.Rep, 120))
        .AddSingleton(new HomeCard("LearnToUnlock", Role.Rep, 125))
        .AddSingleton(new HomeCard("PoolHealth", Role.Manager | Role.SalesOps, 130))
        .AddNoticeKind<Words>("lead-assigned")
        .AddNoticeKind<Words>("lead-pooled")
        .AddNoticeKind<Words>("lead-late")
        .AddNoticeKind<Words>("lead-returning")
        .AddNoticeKind<Words>("lead-expired")
        .AddNoticeKind<Words>("lead-transferred")
        .AddNoticeKind<Words>(AskSellers.Kind)
        .AddNoticeKind<Words>("lead-passed-on")
        .AddNoticeKind<Words>("lead-locked")
        .AddNoticeKind<Words>("lead-no-contact")
        .AddNoticeKind<Words>("lead-reopened")
        .AddNoticeKind<Words>("lead-merged")
        .AddNoticeKind<Words>("lead-separated")
        .AddNoticeKind<Words>("leads-imported");
}
