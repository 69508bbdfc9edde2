using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SalesAcademy.Browser.Tests;

/// <summary>The real app on a real port, with the demo organisation in a data folder of its own and the real clock.</summary>
public sealed class Academy : WebApplicationFactory<Program>
{
    // The demo's past is told once; every errand begins with a copy of it.
    private static readonly Lazy<string> Told = new(Tell);

    private readonly string folder = Directory.CreateTempSubdirectory("academy-browser-").FullName;
    private bool keeps;

    private Academy()
    {
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public static Academy Open()
    {
        var academy = new Academy();
        Copy(Told.Value, academy.folder);
        academy.UseKestrel(0);
        academy.StartServer();
        return academy;
    }

    private static string Tell()
    {
        using var teller = new Academy { keeps = true };
        teller.UseKestrel(0);
        teller.StartServer();
        return teller.folder;
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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Academy:Data", folder);
        builder.UseSetting("Academy:Demo", "true");
        builder.UseSetting("Academy:Limits:SignInPerMinute", "1000");
        builder.UseSetting("Academy:Limits:SignInPerMinuteFromAddress", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!keeps && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
