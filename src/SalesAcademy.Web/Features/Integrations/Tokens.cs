using SalesAcademy.Domain.Integrations;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>The commands about tokens.</summary>
internal static class Tokens
{
    /// <summary>Keeps a new token by its hash. Refused: scope-needed, days-needed.</summary>
    public static Decision<Guid> Issue(Entry entry, TokenForm form, string token)
    {
        if (form.Scope is not { Count: > 0 } scopes || scopes.Except(Scopes.All).Any())
            return new Refusal("scope-needed");
        if (!TokenForm.Lives.Contains(form.Days))
            return new Refusal("days-needed");
        var row = new TokenRow
        {
            Id = entry.NewId(),
            Name = form.Name!.Trim(), // required of the form, as is the system
            System = form.System!,
            Hash = TokenSecret.HashOf(token),
            Ending = TokenSecret.EndingOf(token),
            Scopes = string.Join(' ', Scopes.All.Intersect(scopes)),
            CreatedAt = entry.Act.At,
            CreatedBy = entry.Act.Actor!.Value, // a page has somebody signed in
            ExpiresAt = entry.Act.At.AddDays(form.Days),
        };
        entry.Db.Add(row);
        entry.Record(new ApiTokenIssued(row.Id, row.Scopes, row.ExpiresAt));
        return row.Id;
    }

    /// <summary>Ends a token at once; twice is once. Refused: not-found.</summary>
    public static async Task<Decision<Done>> Revoke(Entry entry, Guid id)
    {
        if (await entry.Db.FindAsync<TokenRow>(id) is not { } row)
            return Refusal.NotFound;
        if (row.RevokedAt is not null)
            return Done.Value;
        row.RevokedAt = entry.Act.At;
        entry.Record(new ApiTokenRevoked(id));
        return Done.Value;
    }
}
