using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>Anchors the trunk by hand: after a backup was restored without data restore, or where the old anchor is lost. Prints the line, for paper.</summary>
internal sealed class AuditAnchorCommand(AcademyOptions options, IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock) : ICommand
{
    public string Name => "audit anchor";

    public string Usage => "[--restored] [--anew] - append the newest hash to the anchor and print it; --restored after a backup was restored by hand, --anew where the old anchor is lost (stop the academy first)";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], ["restored", "anew"]);
        if ((read.Fault ?? (read.Words.Count > 0 ? "There is nothing to name." : options.Anchor is null ? "Academy:Anchor names no file." : null)) is { } fault)
        {
            await Console.Error.WriteLineAsync($"{fault} {Name} {Usage}");
            return 2;
        }

        await using var writer = await app.OpenLedger();
        await using var db = await contexts.CreateDbContextAsync();
        var head = await db.Set<TrunkHeadRow>().Select(h => new TrunkHead(h.Sequence, h.Hash)).SingleAsync();
        var kept = read.Has("anew") ? 0 : await db.Set<BookmarkRow>().Where(b => b.Consumer == AnchorKeeper.Bookmark).Select(b => b.Sequence).SingleOrDefaultAsync();
        try
        {
            AnchorFile.Of(options)!.Append(clock.Now, head, kept, read.Has("restored")); // named, as was seen above
        }
        catch (AnchorException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }

        await AnchorKeeper.Remember(ledger, clock, head.Sequence);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Anchored at event {head.Sequence}: {head.Hash}"));
        return 0;
    }
}
