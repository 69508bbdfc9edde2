using System.Data.Common;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What <see cref="SellerPage"/> gives of one person, for decisions, which ask it of whoever something has happened to.</summary>
internal static class StandingStatements
{
    /// <summary>Person, local day: somebody who sells here now.</summary>
    public static readonly Statement One = new("""
        SELECT p.profile, t.tier, t.below, t.stepped_on, t.evidence, t.stamp,
            c.number, c.day, c."from", c."to", c.reason, c.policy_hash,
            o.id, o.number, o."by", o."to", o."from", o.until, o.reason
        FROM people p
        LEFT JOIN tiers t ON t.person = p.id
        LEFT JOIN tier_changes c ON c.person = p.id AND c.number = (SELECT MIN(e.number) FROM tier_changes e WHERE e.person = p.id AND e.day > @p1)
        LEFT JOIN tier_overrides o ON o.person = p.id AND o.until >= @p1 AND o.number = (SELECT MAX(n.number) FROM tier_overrides n WHERE n.person = p.id AND n."from" <= @p1)
        WHERE p.id = @p0 AND p.profile IS NOT NULL AND p.suspended_at IS NULL
        """);

    public static Seller Seller(DbDataReader row, Guid person) => new()
    {
        Person = person,
        Profile = row.GetString(0),
        Active = true,
        Row = row.IsDBNull(1) ? null : new()
        {
            Person = person,
            Tier = Enum.Parse<Tier>(row.GetString(1)),
            Below = row.GetInt32(2),
            SteppedOn = row.GetFieldValue<DateOnly>(3),
            Evidence = row.GetInt64(4),
            Stamp = row.GetGuid(5),
        },
        Since = row.IsDBNull(6) ? null : new()
        {
            Person = person,
            Number = row.GetInt32(6),
            Day = row.GetFieldValue<DateOnly>(7),
            From = Enum.Parse<Tier>(row.GetString(8)),
            To = Enum.Parse<Tier>(row.GetString(9)),
            Reason = Enum.Parse<TierReason>(row.GetString(10)),
            PolicyHash = row.GetString(11),
        },
        Overridden = row.IsDBNull(12) ? null : new()
        {
            Id = row.GetGuid(12),
            Person = person,
            Number = row.GetInt32(13),
            By = row.GetGuid(14),
            To = Enum.Parse<Tier>(row.GetString(15)),
            From = row.GetFieldValue<DateOnly>(16),
            Until = row.GetFieldValue<DateOnly>(17),
            Reason = row.GetGuid(18),
        },
    };
}
