using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Readiness;

internal static class ReadinessRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: what somebody was measured by and the tiers that came of it.</summary>
    public static IServiceCollection AddReadinessRecords(this IServiceCollection services) => services
        .AddPersonRecords((db, person) => db.Set<AnswerRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<CompletedCourseRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<HeldCertificateRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ObservationRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<TierChangeRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<TierOverrideRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<TierRow>().Where(r => r.Person == person))
        .KeepsWhenErased<AnswerRow>()
        .KeepsWhenErased<CompletedCourseRow>()
        .KeepsWhenErased<HeldCertificateRow>()
        .KeepsWhenErased<ObservationRow>()
        .KeepsWhenErased<TierChangeRow>()
        .KeepsWhenErased<TierOverrideRow>()
        .KeepsWhenErased<TierRow>();
}
