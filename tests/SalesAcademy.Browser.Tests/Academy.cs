using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Tests;

[assembly: AssemblyFixture(typeof(SalesAcademy.Browser.Tests.Academy))]

namespace SalesAcademy.Browser.Tests;

/// <summary>
/// The real app on a real port, with the demo organisation and the real clock. All errands share one, each among people of its own;
/// an errand that would be in others' way opens another.
/// </summary>
public sealed class Academy : WebApplicationFactory<Program>, IAsyncLifetime
{
    // The demo's past is told once; every academy begins with a copy of it.
    private static readonly Lazy<string> Told = new(Tell);

    private readonly string folder = Directory.CreateTempSubdirectory("academy-browser-").FullName;
    private bool tells;
    private TimeProvider? time;
    private string? content;

    public string Address => ClientOptions.BaseAddress.ToString();

    public static Academy Open(TimeProvider? time = null, string? content = null)
    {
        var academy = new Academy { time = time, content = content };
        academy.Start();
        return academy;
    }

    public T The<T>()
        where T : notnull => Services.GetRequiredService<T>();

    internal AcademyDb Read() => The<IDbContextFactory<AcademyDb>>().CreateDbContext();

    public ValueTask InitializeAsync()
    {
        Start();
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Academy:Data", folder);
        builder.UseSetting("Academy:Demo", "true");
        builder.UseSetting("Academy:Limits:SignInPerMinute", "1000");
        builder.UseSetting("Academy:Limits:SignInPerMinuteFromAddress", "1000");
        builder.UseSetting("Academy:Webhooks:Loopback", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        if (content is not null)
            builder.UseSetting("Academy:Content", content);
        if (time is not null)
            builder.ConfigureTestServices(services => services.AddSingleton(time));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!tells && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string Tell()
    {
        var teller = new Academy { tells = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(teller.folder, recursive: true);
        using (teller)
        {
            teller.UseKestrel(0);
            teller.StartServer();
        }

        UntilLetGo(teller.folder);
        return teller.folder;
    }

    // The program itself lets go of its folder, on a thread of its own, a moment after its host has stopped. Aside, since the one who asks first blocks for all.
    private static void UntilLetGo(string folder) => Task.Run(() => Eventually.Holds(() => IsLetGo(folder), "the told demo let go of")).GetAwaiter().GetResult();

    private static bool IsLetGo(string folder)
    {
        try
        {
            using var held = new FileStream(Path.Combine(folder, "academy.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Start()
    {
        Copy(Told.Value, folder);
        UseKestrel(0);
        StartServer();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
