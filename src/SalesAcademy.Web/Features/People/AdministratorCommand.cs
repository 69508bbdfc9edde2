using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

/// <summary>Makes the first administrator of a new academy; the password is read from the standard input, never from the command line.</summary>
internal sealed class AdministratorCommand(JoinPerson join, Clock clock) : ICommand
{
    public string Name => "admin create";

    public string Usage => "E-MAIL NAME - enter an administrator; the password (12 characters or more) is read from standard input";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var email, var name] || await Console.In.ReadLineAsync() is not { Length: >= 12 } password)
        {
            await Console.Error.WriteLineAsync($"{Name} {Usage}");
            return 2;
        }

        await using var ledger = await app.OpenLedger();
        var person = new PersonRow
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Email = email,
            HiredOn = clock.Today,
            Language = ReaderLanguage.English,
            ContentLanguage = ReaderLanguage.English,
            Zone = clock.Zone.Id,
        };
        var joined = await join.Run(clock.Act(), person, Role.Admin, password);
        if (joined is not Refused<Guid> refused)
            return 0;
        await Console.Error.WriteLineAsync($"Refused: {refused.Reason.Key} {string.Join(' ', refused.Reason.Arguments)}");
        return 1;
    }
}
