using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Two processes would each keep their own head of the trunk: the second must not serve.</summary>
internal static class FolderCase
{
    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        using var first = await learners.Serve();
        using var second = Server.Launch(supplies.Product.Folder, learners.Data, Server.FreePort());
        var code = await second.Exit();
        var faults = new List<string>();
        if (code == 0)
            faults.Add("the second process ended as if all were well");
        if (!second.Said.Contains("Another process serves from this data folder", StringComparison.Ordinal) || second.Said.Contains("   at ", StringComparison.Ordinal))
            faults.Add("the second process does not say clearly why it refuses");
        if (!await first.Answers("/readyz"))
            faults.Add("the first process no longer serves");
        return Verdict.From(faults, $"exit {code}, said: {second.Said.ReplaceLineEndings(" ").Trim()}");
    }
}
