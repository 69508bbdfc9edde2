using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// A front door of Leads for a generator alone: a lead of a made-up past, with the rows and events that arriving, claiming and ending would have
/// left. No engine gave it, so that no decision stands behind it; whoever makes it up keeps the caps.
/// </summary>
public sealed record BackfilledLead
{
    public required Guid Id { get; init; }

    /// <summary>As it came in; nobody else is about the same customer.</summary>
    public required ArrivingLead Lead { get; init; }

    public required DateTime ArrivedAt { get; init; }

    /// <summary>Who claimed it; null where nobody has.</summary>
    public Guid? Owner { get; init; }

    /// <summary>When it was claimed; not longer ago than its protection lasts, unless it has ended.</summary>
    public DateTime TakenAt { get; init; }

    /// <summary>When the customer decided; null while it is owned.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Whether the customer bought.</summary>
    public bool Won { get; init; }

    /// <summary>Whether it waits for a seller who passes, instead of lying in the public pool.</summary>
    public bool Waits { get; init; }

    internal async Task Write(Backfill past, Catalogue catalogue, Clock clock)
    {
        await past.Record(new LeadArrived(Id, Lead.Tier), ActAt(clock, ArrivedAt));
        var row = RowOf(catalogue, clock);
        await past.Add(row);
        foreach (var tag in Lead.Tags)
            await past.Add(new LeadTagRow { Lead = Id, Kind = tag.Kind, Value = tag.Value });
        if (Owner is { } owner)
            await Own(past, owner, clock.DayOf(TakenAt), catalogue, clock);
        else if (Waits)
            await past.Record(new LeadHeld(Id, clock.DayOf(ArrivedAt), catalogue.LeadsHash), ActAt(clock, ArrivedAt));
        else
            await past.Record(new LeadPooled(Id, Late: true, clock.DayOf(ArrivedAt), catalogue.LeadsHash), ActAt(clock, ArrivedAt));
    }

    private async Task Own(Backfill past, Guid owner, DateOnly day, Catalogue catalogue, Clock clock)
    {
        var last = Holding.Start(catalogue.Leads.Protection, owner, day).LastDay(catalogue.Leads.Protection);
        var taken = await past.Record(new LeadClaimed(Id, owner, day, last, catalogue.LeadsHash), ActAt(clock, TakenAt, owner));
        var ended = EndedAt is not { } end ? (long?)null : Won
            ? await past.Record(new LeadWon(Id, owner, clock.DayOf(end)), ActAt(clock, end, owner))
            : await past.Record(new LeadLost(Id, owner, clock.DayOf(end)), ActAt(clock, end, owner));
        await past.Add(new OwnershipRow
        {
            Id = Id,
            Lead = Id,
            Person = owner,
            How = Taking.Claimed,
            Day = day,
            At = TakenAt,
            Sequence = taken,
            End = ended is null ? null : Won ? OwnershipEnd.Won : OwnershipEnd.Lost,
            EndedOn = EndedAt is { } at ? clock.DayOf(at) : null,
            EndSequence = ended,
        });
    }

    private LeadRow RowOf(Catalogue catalogue, Clock clock)
    {
        var holding = Owner is { } owner && EndedAt is null ? Holding.Start(catalogue.Leads.Protection, owner, clock.DayOf(TakenAt)) : null;
        return new()
        {
            Id = Id,
            Company = Lead.Company,
            About = Lead.About,
            Contact = Lead.Contact,
            Email = Lead.Email,
            Phone = Lead.Phone,
            Customer = Lead.Customer,
            Tier = Lead.Tier,
            Source = Lead.Source,
            Value = Lead.Value,
            Currency = Lead.Currency,
            ArrivedAt = ArrivedAt,
            WaitingSince = ArrivedAt,
            ChangedAt = EndedAt ?? (Owner is null ? ArrivedAt : TakenAt),
            State = (Owner, EndedAt, Won) switch
            {
                (null, _, _) => Waits ? LeadState.Waiting : LeadState.Pool,
                (_, null, _) => LeadState.Owned,
                (_, _, true) => LeadState.Won,
                _ => LeadState.Lost,
            },
            Owner = Owner,
            Since = holding?.Since,
            Earned = holding?.Earned,
            LastDay = holding?.LastDay(catalogue.Leads.Protection),
            Stage = Owner is null ? "" : catalogue.Playbook.First.Id,
        };
    }

    private static Act ActAt(Clock clock, DateTime at, Guid? actor = null) => new() { Actor = actor, At = at, Today = clock.DayOf(at), Zone = clock.Zone.Id };
}
