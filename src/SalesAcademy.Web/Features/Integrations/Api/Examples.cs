using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>A body of each kind, as it may really be sent.</summary>
internal static class Examples
{
    private static readonly ArrivalBody Lead = new()
    {
        ExternalId = "00Q5g00000ABCdE",
        Company = "Kestrel Outdoor",
        About = "outdoor retail, 46 stores",
        Contact = "Dana Whitfield",
        Email = "dana.whitfield@kestrel.example",
        Phone = "+44 20 7946 0018",
        Tier = Tier.C,
        Source = "Website",
        Value = 128000,
        Currency = "GBP",
        Tags = [new() { Kind = "language", Value = "en" }, new() { Kind = "region", Value = "uk-ireland" }],
    };

    public static object Of(Type body) => body switch
    {
        var type when type == typeof(ArrivalBody) => Lead,
        var type when type == typeof(BatchBody) => new BatchBody { Leads = [Lead] },
        var type when type == typeof(OutcomeBody) => new OutcomeBody { Outcome = LeadOutcome.Lost, Reason = "They bought elsewhere." },
        var type when type == typeof(AssignmentBody) => new AssignmentBody(),
        _ => throw new InvalidOperationException($"{body.Name} needs an example."),
    };
}
