using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Leads;

internal static class LeadsRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: what somebody was given or not, and what they did with it; customers are nobody here.</summary>
    public static IServiceCollection AddLeadsRecords(this IServiceCollection services) => services
        .AddPersonRecords((db, person) => db.Set<OwnershipRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<DenialRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<FollowUpRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<LeadStageRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<SeatRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<SeatMoveRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<DecisionRow>().Where(r => r.Winner == person))
        .AddPersonRecords((db, person) => db.Set<ReviewRow>().Where(r => r.AskedBy == person))
        .KeepsWhenErased<OwnershipRow>()
        .KeepsWhenErased<DenialRow>()
        .KeepsWhenErased<FollowUpRow>() // what was noted of customers is the organisation's business
        .KeepsWhenErased<LeadStageRow>()
        .KeepsWhenErased<SeatRow>()
        .KeepsWhenErased<SeatMoveRow>()
        .KeepsWhenErased<DecisionRow>()
        .KeepsWhenErased<ReviewRow>();
}
