namespace SalesAcademy.Content.Tests;

public sealed class OwnContentTests
{
    /// <summary>The academy shipped with this repository, once it has one.</summary>
    public static string? Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SalesAcademy.sln")))
                folder = folder.Parent;
            var content = Path.Combine(folder!.FullName, "content"); // tests run inside the repository
            return File.Exists(Path.Combine(content, "academy.yml")) ? content : null;
        }
    }

    [Fact]
    public void The_content_we_ship_has_neither_errors_nor_warnings()
    {
        if (Folder is not { } folder)
            return; // nothing shipped yet

        var result = ContentCompiler.Compile(folder, previous: null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Problems);
        Assert.NotEmpty(result.Catalogue!.Courses);
        Assert.All(result.Catalogue.Courses.SelectMany(course => course.Assets), asset => Assert.NotNull(asset.Drawing)); // their Chinese words need the page's font
    }
}
