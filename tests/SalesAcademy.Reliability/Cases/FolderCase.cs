using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Two processes would each keep their own head of the trunk: the second must not serve.</summary>
internal static class FolderCase
{
    public static async Task<Verdict> Run(Builds builds)
    {
        var data = Directory.CreateTempSubdirectory("academy-folder-").FullName;
        try
        {
            using var first = await Server.Start(builds.Product, data, Server.FreePort());
            using var second = Server.Launch(builds.Product, data, Server.FreePort());
            var code = await second.Exit(TimeSpan.FromSeconds(30));
            var clear = second.Said.Contains("Another process serves from this data folder", StringComparison.Ordinal) && !second.Said.Contains("   at ", StringComparison.Ordinal);
            return new Verdict(code is not 0 && clear && await first.Answers("/readyz"), $"exit {code}, said: {second.Said.ReplaceLineEndings(" ").Trim()}");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
