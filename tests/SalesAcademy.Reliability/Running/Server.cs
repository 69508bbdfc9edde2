using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesAcademy.Running;

/// <summary>One serving process of a published build, on loopback.</summary>
internal sealed class Server : IDisposable
{
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly long launched = Stopwatch.GetTimestamp();

    private Server(Process process, Uri address, bool wrapped)
    {
        (this.process, Address, Wrapped) = (process, address, wrapped);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Everything it printed.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>The process that serves, also when another program runs it.</summary>
    public int Pid => Wrapped ? ChildOf(process.Id) : process.Id;

    private bool Wrapped { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the build on a data folder without waiting for it.</summary>
    /// <param name="build">The published folder.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="settings">More settings, as environment variables.</param>
    /// <param name="wrapper">A program and its arguments that runs it, such as strace.</param>
    /// <param name="program">What is started, with its arguments.</param>
    public static Server Launch(string build, string data, int port, IReadOnlyDictionary<string, string>? settings = null, string[]? wrapper = null, string[]? program = null)
    {
        string[] line = [.. wrapper ?? [], "dotnet", .. program ?? ["SalesAcademy.Web.dll"]];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = build, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var address = $"http://127.0.0.1:{port}";
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Urls"] = address,
            ["Academy__Data"] = data,
            ["Academy__Https"] = "false",
            ["Academy__Limits__SignInPerMinute"] = "10000",
            ["Academy__Limits__SignInPerMinuteFromAddress"] = "10000",
            ["Academy__Limits__SavesPerSecond"] = "100000",
            ["Academy__Limits__SavesAtOnce"] = "100000",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning",
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Server(Process.Start(start) ?? throw new InvalidOperationException($"{line[0]} did not start."), new Uri(address), wrapper is not null);
    }

    /// <summary>Starts the build and waits until it is ready.</summary>
    public static async Task<Server> Start(string build, string data, int port, IReadOnlyDictionary<string, string>? settings = null, string[]? wrapper = null, string[]? program = null)
    {
        var server = Launch(build, data, port, settings, wrapper, program);
        try
        {
            await server.Ready();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>How long after its launch the page first answered 200.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; with what it said.</exception>
    public async Task<TimeSpan> Ready(TimeSpan? atMost = null, string page = "/readyz")
    {
        while (Stopwatch.GetElapsedTime(launched) < (atMost ?? Machine.Patience) && !process.HasExited)
        {
            if (await Answers(page))
                return Stopwatch.GetElapsedTime(launched);
            await Task.Delay(20);
        }

        throw new InvalidOperationException($"The server {(process.HasExited ? "ended" : "was not ready in time")}:\n{Said}");
    }

    public async Task<bool> Answers(string page)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(Address, page));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends it as a power cut or the kernel would: no goodbye, nothing flushed.</summary>
    public void Kill()
    {
        using var serving = Process.GetProcessById(Pid);
        serving.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop; its exit code.</summary>
    public async Task<int> Stop()
    {
        Shell.Run("kill", "-TERM", Pid.ToString(CultureInfo.InvariantCulture));
        return await Exit();
    }

    /// <summary>Waits until it has ended; its exit code.</summary>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Machine.Patience);
        return process.ExitCode;
    }

    /// <summary>Memory held, in bytes.</summary>
    public long Resident()
    {
        var line = File.ReadLines($"/proc/{Pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (said)
            said.AppendLine(line.Data);
    }

    private static int ChildOf(int parent) => int.Parse(File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ')[0], CultureInfo.InvariantCulture);
}
