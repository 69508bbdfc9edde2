namespace SalesAcademy.Content.Exchange;

/// <summary>How much is read at once.</summary>
public static class ExchangeLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int File = 1024 * 1024;

    /// <summary>The most questions in a file.</summary>
    public const int Questions = 5000;
}
