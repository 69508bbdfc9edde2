namespace SalesAcademy.Web.Tests;

/// <summary>What every commit proves in part and <c>tests/run --long</c> in full.</summary>
internal static class Thorough
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("ACADEMY_LONG") is not null;

    public static int Times(int perCommit, int whenLong) => IsAsked ? whenLong : perCommit;
}
