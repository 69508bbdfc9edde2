using CsCheck;
using SalesAcademy.Domain.Leads;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class ReachTests
{
    [Fact]
    public void It_counts_as_asking_every_seller_about_every_lead_would() =>
        Gen.Select(AnyTeam, Gen.Select(AnyLead, Gen.Bool).Array[0, 40]).Sample((team, leads) =>
        {
            var reach = new Reach(Policy, team, Morning);
            var sellers = team.ToDictionary(seller => seller.Id, _ => 0);

            foreach (var (lead, evenAway) in leads)
            {
                var eligible = team.Where(seller => Eligibility.Of(Policy, new(lead, seller, Morning)).All(v => v.Passed || (v.Rule == Rule.Available && evenAway))).ToArray();
                foreach (var seller in eligible)
                    sellers[seller.Id]++;

                Assert.Equal(eligible.Length, reach.Count(lead, evenAway));
            }

            Assert.Equal(sellers, reach.OfSellers());
        }, iter: 3_000);
}
