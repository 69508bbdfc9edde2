using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>What waits for a person here: for HR what cannot be drawn, for a holder a certificate that ends soon.</summary>
internal sealed class CertificatesWaiting(AcademyDb db, Library library, Clock clock, IStringLocalizer<Words> words) : IWaiting
{
    private const int Ending = 55;
    private const int TellHolders = 50;
    private const int CannotBeDrawn = 70;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        var work = new List<WaitingWork>();
        if (person.Is(Role.Hr) && await db.Set<WaitingRow>().CountAsync(cancellation) is var waiting and > 0)
            work.Add(new WaitingWork(words.Count("card.waiting", waiting), words["waiting.action"], $"{DeskController.Url}#waiting", words["waiting.lead"], "alert-triangle", CannotBeDrawn));
        if (person.Is(Role.Hr) && await new DeskFilter { State = CertificateState.Expiring }.On(db, clock.Today).CountAsync(cancellation) is var many and > 0)
            work.Add(new WaitingWork(words.Count("ending.sentence", many), words["waiting.action"], $"{DeskController.Url}?state={CertificateState.Expiring}", "", "clock-exclamation", TellHolders));
        var ending = await new DeskFilter { State = CertificateState.Expiring }.On(db, clock.Today)
            .Where(c => c.Row.Person == person.Id).OrderBy(c => c.Row.Until).Select(c => c.Row).ToListAsync(cancellation);
        work.AddRange(ending.Select(c => new WaitingWork(
            words.Count("renew.sentence", c.Until!.Value.DayNumber - clock.Today.DayNumber, CertificateLook.Title(c.TitleEnglish, c.TitleChinese)), // what is expiring has an end
            words["renew.action"], "/certificates", words[CountsOn(c.Certification) ? "renew.detail" : "renew.detail-stays"], "certificate", Ending)));
        return work;
    }

    private bool CountsOn(string certification) => library.Now.FindCertification(certification)?.Validity.Basis is not ExpiryBasis.Completion;
}

/// <summary>How many certificates end soon, for HR's rail.</summary>
internal sealed class EndingCount(AcademyDb db, Clock clock) : INavigationCount
{
    public string Url => DeskController.Url;

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        person.Is(Role.Hr) ? new DeskFilter { State = CertificateState.Expiring }.On(db, clock.Today).CountAsync(cancellation) : Task.FromResult(0);
}
