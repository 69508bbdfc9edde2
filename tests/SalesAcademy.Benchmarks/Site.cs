using SalesAcademy.Benchmarks.Bare;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks;

/// <summary>The product and the bare baseline, both published ReadyToRun, on data folders that are deleted at the end.</summary>
internal sealed class Site : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
    private PublishedBuild? product;
    private PublishedBuild? bare;

    public string Product => (product ??= PublishedBuild.Publish(readyToRun: true)).Folder;

    private string Bare => (bare ??= PublishedBuild.Publish(readyToRun: true, Path.Combine(Checkout.Root, "tests/SalesAcademy.Benchmarks/SalesAcademy.Benchmarks.csproj"))).Folder;

    /// <summary>A data folder with that many learners, not yet served.</summary>
    public async Task<string> Seed(int people)
    {
        var data = Folder();
        await People.Enter(data, people);
        return data;
    }

    public string Folder() => Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>A copy of the academy's content, to be changed.</summary>
    public string CopyContent()
    {
        var copy = Path.Combine(Folder(), "content");
        Shell.Run("cp", "-r", Path.Combine(Checkout.Root, "content"), copy);
        return copy;
    }

    public Task<Server> Serve(string data, IReadOnlyDictionary<string, string>? settings = null) => Server.Start(Product, data, Server.FreePort(), settings);

    /// <summary>The baseline; its page writes the given HTML.</summary>
    public async Task<Server> ServeBare(string html = "")
    {
        var data = Folder();
        var page = Path.Combine(data, "page.html");
        await File.WriteAllTextAsync(page, html);
        return await Server.Start(Bare, data, Server.FreePort(), new Dictionary<string, string> { [BareSite.Page] = page }, program: ["SalesAcademy.Benchmarks.dll", "bare"]);
    }

    public void Dispose()
    {
        product?.Dispose();
        bare?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
