using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Two nodes, each with its own folder, start in the same moment on one empty PostgreSQL database.</summary>
internal static class PostgresTwinsCase
{
    public static async Task<Verdict> Run(Supplies supplies)
    {
        if (PostgresCluster.WhyNot is { } why)
            return Verdict.NotRun(why);
        using var cluster = PostgresCluster.Start();
        var folder = Directory.CreateTempSubdirectory("academy-twins-").FullName;
        try
        {
            var settings = new Dictionary<string, string> { ["Academy__Database"] = await cluster.CreateDatabase() };
            using var one = Server.Launch(supplies.Product.Folder, Path.Combine(folder, "one"), Server.FreePort(), settings);
            using var two = Server.Launch(supplies.Product.Folder, Path.Combine(folder, "two"), Server.FreePort(), settings);
            var ready = await Task.WhenAll(one.Ready(), two.Ready());
            return new Verdict(true, $"ready after {ready.Min().TotalSeconds:0.0} s and {ready.Max().TotalSeconds:0.0} s{Machine.Note}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
