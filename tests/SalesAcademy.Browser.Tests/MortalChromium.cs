using System.Diagnostics;
using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests;

/// <summary>A browser in a process of its own, which an errand may kill: nothing is said to its pages, as when a battery is empty.</summary>
internal sealed class MortalChromium : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly Process process;
    private readonly IBrowser browser;
    private readonly string profile;

    private MortalChromium(Process process, IBrowser browser, string profile) => (this.process, this.browser, this.profile) = (process, browser, profile);

    public bool IsAlive => !process.HasExited && browser.IsConnected;

    public static async Task<MortalChromium> Start(IPlaywright playwright, string program, IEnumerable<string> arguments)
    {
        var home = Directory.CreateTempSubdirectory("academy-chromium-").FullName;
        var started = Process.Start(new ProcessStartInfo(program, [.. arguments, "--headless", "--remote-debugging-port=0", $"--user-data-dir={home}", "about:blank"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        return new MortalChromium(started, await playwright.Chromium.ConnectOverCDPAsync(await Address(started)), home);
    }

    /// <summary>A window with its own cookies, in a language.</summary>
    public async Task<Person> Window(Academy academy, string language)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = academy.Address, Locale = language == "en" ? "en-GB" : "zh-CN", ReducedMotion = ReducedMotion.Reduce });
        return new Person(await context.NewPageAsync(), language);
    }

    /// <summary>Ends the process and its own children at once.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        await browser.DisposeAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static async Task<string> Address(Process started)
    {
        while (await started.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Announcement, StringComparison.Ordinal))
                continue;
            // What it complains of later must not fill the pipe.
            _ = started.StandardError.ReadToEndAsync();
            return line[Announcement.Length..];
        }

        throw new InvalidOperationException("The browser ended before it could be spoken to.");
    }
}
