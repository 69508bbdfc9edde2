using System.Threading.Channels;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Loads the content anew when its files change. A save makes several events, so it waits until they have settled.</summary>
internal sealed class ContentWatcher(Library library, AcademyOptions options) : BackgroundService
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Directory.Exists(options.Content))
            return;
        using var watcher = new FileSystemWatcher(options.Content) { IncludeSubdirectories = true };
        watcher.Changed += Noticed;
        watcher.Created += Noticed;
        watcher.Deleted += Noticed;
        watcher.Renamed += Noticed;
        // Events were lost: something changed, and loading looks at everything anyway.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        await foreach (var _ in changes.Reader.ReadAllAsync(stoppingToken))
        {
            do
                await Task.Delay(Settle, stoppingToken);
            while (changes.Reader.TryRead(out var _));
            library.Load();
        }
    }

    private void Noticed(object sender, FileSystemEventArgs e) => changes.Writer.TryWrite(true);
}
