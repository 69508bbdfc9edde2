using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Throws everything away and tells the demo anew. Only where the demo is switched on, and never in production.</summary>
internal sealed class DemoResetCommand(AcademyOptions options, IHostEnvironment environment, DemoStory story, Library library) : ICommand
{
    public string Name => "demo reset";

    public string Usage => "- delete everything and start the demo organisation anew (stop the academy first)";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (!options.Demo || environment.IsProduction())
        {
            await Console.Error.WriteLineAsync("There is no demo here: Academy:Demo is off, or this is production. Nothing was deleted.");
            return 2;
        }

        // Opening takes the folder's lock first: a serving academy is never reset under its users.
        await app.Open();
        foreach (var store in (DbContext[])[app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContext(), app.Services.GetRequiredService<IDbContextFactory<SignInDb>>().CreateDbContext()])
            await store.Database.EnsureDeletedAsync();
        library.Load();
        await using (await app.OpenLedger())
            await story.Tell();
        Console.WriteLine("The demo organisation starts anew.");
        return 0;
    }
}
