using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For sales operations: a policy was changed in the folder, and is not in force.</summary>
internal sealed class PolicyWaiting(PolicyBook policies, IStringLocalizer<Words> words) : IWaiting
{
    private const int Proposed = 60;

    public Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WaitingWork>>(
        person.Is(Role.SalesOps) && policies.Proposed is { Count: > 0 } changes
            ? [new WaitingWork(words["waiting.policy"], words["policies.simulate"], $"{PoliciesController.Address}/simulation", words.Count("policies.changes", changes.Count), "adjustments-horizontal", Proposed)]
            : []);
}
