using System.Globalization;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>Processor time of a process: unlike its speed, it hardly depends on what else the machine does.</summary>
internal static class Processor
{
    private const int TicksPerSecond = 100; // USER_HZ of every Linux

    /// <summary>User and system time so far, in microseconds.</summary>
    public static double Of(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * (1_000_000.0 / TicksPerSecond);
    }
}
