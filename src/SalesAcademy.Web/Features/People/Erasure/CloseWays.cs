using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>Takes away the way in of people who were erased: their address, their password and their sign-ins. It lies in a store of its own, so it follows the commit.</summary>
internal sealed class CloseWays(IDbContextFactory<SignInDb> contexts, IServiceScopeFactory scopes)
{
    public async Task Of(IReadOnlyList<Guid> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var open = await db.Users.Where(credential => people.Contains(credential.Id)).Select(credential => credential.Id).ToListAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var person in open)
            await scope.ServiceProvider.GetRequiredService<WayIn>().Close(person);
    }
}
