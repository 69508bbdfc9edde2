using System.Diagnostics;
using System.Globalization;

namespace SalesAcademy.Running;

/// <summary>A Redis of the run's own on loopback, so that it may be killed without asking anybody.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly int port = Server.FreePort();
    private Process? process;

    public static string? WhyNot => Shell.WhyNot("redis-server", "--version");

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    public void Start() => process = Process.Start(new ProcessStartInfo("redis-server", ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        WorkingDirectory = Path.GetTempPath(),
    });

    public void Kill()
    {
        process!.Kill(); // started before
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            Kill();
        process?.Dispose();
    }
}
