using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class OfferReviewTests
{
    private static readonly Guid Owner = Guid.Parse("00000000-0000-0000-0000-000000000001"), Reviewer = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly DateOnly Friday = new(2026, 11, 27);
    private static readonly ReviewDemand Demand = new(OfferKind.Proposal, ReviewBody.Finance, 2);
    private static readonly Offer Good = new(128000, "CNY", 5, "Two years", "");
    private static readonly Lead Owned = new() { Id = Guid.NewGuid(), Tier = Tier.C, Waiting = default, Holding = new Holding(Owner, Friday, Friday, false) };

    [Fact]
    public void It_is_due_so_many_working_days_later_and_a_weekend_counts_for_none()
    {
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.IsType<Accepted<DateOnly>>(OfferReview.Ask(Demand, Owned, Owner, true, Good, null, Friday)).Value);
        Assert.Equal([30, 30, 30, 1], new[] { 27, 28, 29, 30 }.Select(day => Workdays.After(new DateOnly(2026, 11, day), 1).Day));
        Assert.Equal(Friday, Workdays.After(Friday, 0));
    }

    [Theory]
    [InlineData(0, "CNY", 0, "x", "", "offer-sum"), InlineData(0.001, "CNY", 0, "x", "", "offer-sum"), InlineData(1, "cny", 0, "x", "", "offer-currency"), InlineData(1, "CNYX", 0, "x", "", "offer-currency")]
    [InlineData(1, "CNY", -0.1, "x", "", "offer-discount"), InlineData(1, "CNY", 100.1, "x", "", "offer-discount"), InlineData(1, "CNY", 1.25, "x", "", "offer-discount")]
    [InlineData(1, "CNY", 0, "", "", "offer-empty"), InlineData(1, "CNY", 0, "", "http://a.example", "offer-link"), InlineData(1, "CNY", 0, "x", "javascript:alert(1)", "offer-link")]
    [InlineData(1, "CNY", 100, "", "https://a.example/offer", null), InlineData(0.01, "EUR", 0, "x", "", null)]
    public void What_does_not_fit_is_named(double sum, string currency, double discount, string terms, string link, string? fault) =>
        Assert.Equal(fault, new Offer((decimal)sum, currency, (decimal)discount, terms, link).Fault);

    [Fact]
    public void Only_the_owner_asks_in_time_and_for_another_wording()
    {
        Assert.Equal("not-owner", Key(OfferReview.Ask(Demand, Owned, Reviewer, true, Good, null, Friday)));
        Assert.Equal("not-owner", Key(OfferReview.Ask(Demand, Owned with { Holding = null }, Owner, true, Good, null, Friday)));
        Assert.Equal("review-early", Key(OfferReview.Ask(Demand, Owned, Owner, false, Good, null, Friday)));
        Assert.Equal("offer-same", Key(OfferReview.Ask(Demand, Owned, Owner, true, Good, Good with { }, Friday)));
        Assert.IsType<Accepted<DateOnly>>(OfferReview.Ask(Demand, Owned, Owner, true, Good with { Discount = 6 }, Good, Friday));
    }

    [Fact]
    public void A_reviewer_decides_once_with_a_reason_and_never_about_an_own_offer()
    {
        Assert.IsType<Accepted<Done>>(OfferReview.Decide(Owned, Owner, Reviewer, false, false, "Fine"));
        Assert.Equal("review-own", Key(OfferReview.Decide(Owned, Owner, Owner, false, false, "Fine")));
        Assert.Equal("review-own", Key(OfferReview.Decide(Owned, Reviewer, Reviewer, false, false, "Fine")));
        Assert.Equal("review-decided", Key(OfferReview.Decide(Owned, Owner, Reviewer, true, false, "Fine")));
        Assert.Equal("review-replaced", Key(OfferReview.Decide(Owned, Owner, Reviewer, false, true, "Fine")));
        Assert.Equal("not-owned", Key(OfferReview.Decide(Owned with { Holding = null }, Owner, Reviewer, false, false, "Fine")));
        Assert.Equal("review-without-reason", Key(OfferReview.Decide(Owned, Owner, Reviewer, false, false, " ")));
        Assert.Equal([true, true, false], Enum.GetValues<OfferRuling>().Select(ruling => OfferReview.IsAgreement(ruling)));
    }

    private static string Key<T>(Decision<T> decision) => Assert.IsType<Refused<T>>(decision).Reason.Key;
}
