using System.ComponentModel.DataAnnotations;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>A token as it is asked for.</summary>
internal sealed record TokenForm
{
    public static readonly IReadOnlyList<int> Lives = [30, 90, 180, 365];

    [Required(ErrorMessage = "token.name-needed"), StringLength(60)]
    public string? Name { get; init; }

    [Required(ErrorMessage = "token.system-needed"), RegularExpression("[a-z0-9][a-z0-9-]{0,39}", ErrorMessage = "token.system-needed")]
    public string? System { get; init; } = "crm";

    /// <summary>The scopes ticked.</summary>
    public IReadOnlyList<string>? Scope { get; init; }

    public int Days { get; init; } = 90;
}
