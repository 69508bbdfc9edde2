using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>Lists the keys that sign certificates, puts another in their place, and says of one that it proves nothing any more.</summary>
internal sealed class CertificateKeysCommand(IDbContextFactory<AcademyDb> contexts, ILedger ledger, SigningKeys keys, Clock clock) : ICommand
{
    public string Name => "certificate keys";

    public string Usage => "[rotate | distrust KEY] - list the keys that sign certificates; rotate: sign with a new one from now on, the old ones stay published; "
        + "distrust: somebody else may have it, so it leaves the key set and nothing signed with it is believed without asking here (stop the academy first)";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], []);
        switch (read)
        {
            case { Fault: null, Words: [] }:
                return await Show();
            case { Fault: null, Words: ["rotate"] }:
                await using (await app.OpenLedger())
                    return await Do(keys.Replace);
            case { Fault: null, Words: ["distrust", var key] }:
                await using (await app.OpenLedger())
                    return await Do(entry => keys.Distrust(entry, key));
            default:
                return CommandLine.Stop(2, $"{read.Fault ?? "There is nothing else to name."} {Name} {Usage}");
        }
    }

    /// <summary>Does one of both, for whoever stands at the machine; gives the exit code.</summary>
    internal async Task<int> Do(Func<Entry, Task<Decision<SigningKeyRow>>> change) => await ledger.Run(clock.Act(), change) switch
    {
        Refused<SigningKeyRow> { Reason.Key: "distrusted" } => CommandLine.Stop(1, "That key is not trusted already."),
        Refused<SigningKeyRow> => CommandLine.Stop(1, "There is no such key. The first one is made with the first certificate."),
        _ => await Show(),
    };

    private async Task<int> Show()
    {
        await using var db = await contexts.CreateDbContextAsync();
        foreach (var key in await db.Set<SigningKeyRow>().OrderBy(key => key.CreatedAt).ToListAsync())
            Console.WriteLine($"{key.Id}  made {key.CreatedAt:u}  {(key.DistrustedAt is { } distrusted ? $"not trusted since {distrusted:u}" : key.RetiredAt is { } retired ? $"retired {retired:u}, verifies" : "signs")}");
        return 0;
    }
}
