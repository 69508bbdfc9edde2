using System.Threading.Channels;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Loads the content anew when its files change. A save makes several events, so it waits until they have settled.</summary>
internal sealed class ContentWatcher(Library library, AcademyOptions options) : BackgroundService
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Repair = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!Directory.Exists(options.Content))
            await Task.Delay(Repair, stoppingToken);
        using var watcher = new FileSystemWatcher(options.Content) { IncludeSubdirectories = true };
        watcher.Changed += Noticed;
        watcher.Created += Noticed;
        watcher.Deleted += Noticed;
        watcher.Renamed += Noticed;
        // Events were lost: something changed, and loading looks at everything anyway.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        while (!stoppingToken.IsCancellationRequested)
            if (await Changed(stoppingToken) || library.MustLookAgain)
                library.Load();
    }

    // True after a change has settled; false when nothing happened for a while, so that a repair no file tells of is noticed.
    private async Task<bool> Changed(CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Repair);
        try
        {
            await changes.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }

        do
            await Task.Delay(Settle, stopping);
        while (changes.Reader.TryRead(out var _));
        return true;
    }

    private void Noticed(object sender, FileSystemEventArgs e) => changes.Writer.TryWrite(true);
}
