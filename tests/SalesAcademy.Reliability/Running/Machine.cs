using System.Globalization;

namespace SalesAcademy.Running;

/// <summary>What else the machine is doing. A promise in seconds is not judged while others hold its cores; a promise about data always is.</summary>
internal static class Machine
{
    /// <summary>After this long something hangs, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runnable processes over the last minute.</summary>
    public static double Load => File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    /// <summary>Far more wants to run than there are cores.</summary>
    public static bool IsBusy => Load > 3 * Environment.ProcessorCount;

    /// <summary>To print behind a time.</summary>
    public static string Note => IsBusy ? string.Create(CultureInfo.InvariantCulture, $" (not judged: machine load {Load:0})") : "";
}
