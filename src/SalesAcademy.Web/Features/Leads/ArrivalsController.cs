using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead as sales operations type it in.</summary>
internal sealed record ArrivalForm : IValidatableObject
{
    [Required(ErrorMessage = "company-needed"), StringLength(200), Legible(ErrorMessage = "cell-control")]
    public string? Company { get; init; }

    [StringLength(200), Legible(ErrorMessage = "cell-control")]
    public string? About { get; init; }

    [Required(ErrorMessage = "contact-needed"), StringLength(100), Legible(ErrorMessage = "cell-control")]
    public string? Contact { get; init; }

    [EmailAddress(ErrorMessage = "email-invalid"), StringLength(256)]
    public string? Email { get; init; }

    [StringLength(50)]
    public string? Phone { get; init; }

    [Range((int)Tier.C, (int)Tier.Enterprise, ErrorMessage = "tier-needed")]
    public Tier Tier { get; init; } = Tier.C;

    [StringLength(100), Legible(ErrorMessage = "cell-control")]
    public string? Source { get; init; }

    [StringLength(100), Legible(ErrorMessage = "cell-control")]
    public string? Account { get; init; }

    // As text: the framework would read 12,50 as 1250.
    [RegularExpression(@"\s*[0-9]{1,12}(\.[0-9]{1,2})?\s*", ErrorMessage = "value-invalid")]
    public string? Value { get; init; }

    [Required(ErrorMessage = "currency-invalid"), RegularExpression(Currencies.Pattern, ErrorMessage = "currency-invalid")]
    public string Currency { get; init; } = "CNY";

    public string? Language { get; init; }

    public string? Region { get; init; }

    public string? Product { get; init; }

    public string? Industry { get; init; }

    public bool NoContact { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CustomerKey.Of(Email ?? "", Phone ?? "") is null)
            yield return new("reach-needed", [nameof(Email)]);
        foreach (var (kind, value) in Chosen.Where(chosen => !string.IsNullOrEmpty(chosen.Value) && !Offered.Tags[chosen.Kind].Contains(chosen.Value)))
            yield return new("tag-not-offered", [$"{char.ToUpperInvariant(kind[0])}{kind[1..]}"]);
    }

    public ArrivingLead ToLead() => new()
    {
        Company = Company!.Trim(), // required above, as is contact
        About = About?.Trim() ?? "",
        Contact = Contact!.Trim(),
        Email = Email ?? "",
        Phone = Phone?.Trim() ?? "",
        Tier = Tier,
        Source = Source?.Trim() ?? "",
        Account = string.IsNullOrWhiteSpace(Account) ? null : Account.Trim(),
        Value = string.IsNullOrWhiteSpace(Value) ? null : decimal.Parse(Value, NumberStyles.Number, CultureInfo.InvariantCulture),
        Currency = Currency,
        ContactAllowed = !NoContact,
        Tags = [.. Chosen.Where(chosen => !string.IsNullOrEmpty(chosen.Value)).Select(chosen => new Tag(chosen.Kind, chosen.Value!))], // just asked
    };

    private (string Kind, string? Value)[] Chosen => [("language", Language), ("region", Region), ("product", Product), ("industry", Industry)];
}

/// <summary>The tags the form offers; a feed may bring others.</summary>
internal static class Offered
{
    public static readonly IReadOnlyDictionary<string, string[]> Tags = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["language"] = ["en", "zh"],
        ["region"] = ["east-china", "north-china", "south-china", "west-china", "asia-pacific", "northern-europe", "southern-europe", "uk-ireland", "north-america"],
        ["product"] = ["crm-suite", "warehouse-suite", "service-desk"],
        ["industry"] = ["retail", "manufacturing", "logistics", "health", "software", "food", "education"],
    };
}

/// <summary>Leads coming in by hand.</summary>
[Route("leads/new"), Allow(Role.SalesOps)]
internal sealed class ArrivalsController(LeadPool pool, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public IActionResult New() => View("New", new ArrivalForm());

    [HttpPost]
    public async Task<IActionResult> Create(ArrivalForm form)
    {
        if (!ModelState.IsValid)
        {
            SayWhatNoAttributeSays();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", form);
        }

        var arrived = await pool.Arrive(Act(), form.ToLead());
        if (arrived is not Accepted<Guid> lead)
            return Answer(((Refused<Guid>)arrived).Reason);
        TempData["flash"] = words["done.arrived", form.Company!].Value; // required above
        return Redirect($"/leads/{lead.Value}");
    }

    // The framework translates what attributes find; of the whole form it hands on the keys, which a sheet says in its own way.
    private void SayWhatNoAttributeSays()
    {
        foreach (var errors in ModelState.Values.Select(field => field.Errors))
            for (var i = 0; i < errors.Count; i++)
                if (errors[i].ErrorMessage is "reach-needed" or "tag-not-offered")
                    errors[i] = new ModelError(words[errors[i].ErrorMessage].Value);
    }
}
