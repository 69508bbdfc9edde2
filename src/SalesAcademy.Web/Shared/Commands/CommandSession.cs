using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>The ledger at work without the web server, for one command.</summary>
internal sealed class CommandSession : IAsyncDisposable
{
    private readonly IHostedService[] writers;

    private CommandSession(IHostedService[] writers) => this.writers = writers;

    public static async Task<CommandSession> Start(WebApplication app)
    {
        var session = new CommandSession([.. app.Services.GetServices<IHostedService>().OfType<SqliteLedger>()]);
        foreach (var writer in session.writers)
            await writer.StartAsync(CancellationToken.None);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
            await writer.StopAsync(CancellationToken.None);
    }
}
