using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What waits for HR here: certificates of others that nobody has looked at.</summary>
internal sealed class ExternalsWaiting(AcademyDb db, IStringLocalizer<Words> words) : IWaiting
{
    private const int Undecided = 48;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) =>
        person.Is(Role.Hr) && await db.Set<ExternalRow>().CountAsync(e => e.DecidedAt == null, cancellation) is var waiting and > 0
            ? [new WaitingWork(words.Count("waiting.sentence", waiting), words["waiting.action"], WaitingExternalsController.Url, "", "external-link", Undecided)]
            : [];
}
