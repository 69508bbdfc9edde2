using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SalesAcademy.Browser.Tests;

/// <summary>The real app on a real port, with the demo organisation in a data folder of its own and the real clock.</summary>
public sealed class Academy : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-browser-").FullName;

    private Academy()
    {
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public static Academy Open()
    {
        var academy = new Academy();
        academy.UseKestrel(0);
        academy.StartServer();
        return academy;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Academy:Data", folder);
        builder.UseSetting("Academy:Demo", "true");
        builder.UseSetting("Academy:Limits:SignInPerMinute", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
