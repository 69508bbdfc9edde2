using System.Diagnostics;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>Programs that are not ours, which read what we have drawn and signed.</summary>
internal static class Programs
{
    /// <summary>What a program prints, and how it ended; its complaints too where it ended badly.</summary>
    public static async Task<(int ExitCode, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }

    /// <summary>What a program prints that must end well.</summary>
    public static async Task<string> Output(string program, params string[] arguments)
    {
        var (exitCode, output) = await Run(program, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
