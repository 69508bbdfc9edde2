namespace SalesAcademy.Content.Tests;

/// <summary>An organisation changes what its certificates look like, and is told by file and line what it cannot change.</summary>
public sealed class ReadingADesignTests : IDisposable
{
    private const string File = "designs/ours.yml";
    private const string Good = "from: classic\nname: { en: Ours, zh-Hans: 我们的 }\n";

    private readonly ContentBuilder content = new();

    [Fact]
    public void What_a_design_does_not_say_is_as_in_the_one_it_begins_as()
    {
        content.Text(File, Good + "faces: sans\ncolours: { accent: \"#7a1f3d\" }\nmeasures:\n  holder: { size: [36, 38, 35] }\n  mark: { height: 10 }\n");
        content.Replace("certifications/first-call.yml", "valid: 24 months", "valid: 24 months\ndesign: ours");

        var catalogue = content.Good();
        var (ours, classic) = (catalogue.FindDesign("ours")!, catalogue.FindDesign("classic")!);

        Assert.Equal("ours", catalogue.FindCertification("first-call")!.Design);
        Assert.Equal(("classic", false, 0x7a1f3du, classic.Colours["ink"]), (ours.Arrangement, ours.HasSerifs, ours.Colours["accent"], ours.Colours["ink"]));
        Assert.Equal(new DesignMeasure(36, 38, 35), ours.Measures["holder.size"]);
        Assert.Equal(new DesignMeasure(10, 10, 10), ours.Measures["mark.height"]);
        Assert.Equal(classic.Measures["holder.least"], ours.Measures["holder.least"]);
    }

    [Fact]
    public void Where_nothing_is_said_certificates_are_modern()
    {
        var catalogue = content.Good();

        Assert.Equal("modern", catalogue.FindCertification("first-call")!.Design);
        Assert.Equal(["modern", "classic"], catalogue.Designs.Select(design => design.Id));
        Assert.Null(catalogue.Academy.Accent);
    }

    [Theory]
    [InlineData("measures:\n  holder: { seize: 40 }", "design-measure", 4)]
    [InlineData("measures:\n  ribbon: { right: 39 }", "design-measure", 4)]
    [InlineData("measures:\n  holder: { size: 4000 }", "field-value", 4)]
    [InlineData("measures:\n  holder: { size: 0 }", "field-value", 4)]
    [InlineData("measures:\n  holder: { size: [40, 41] }", "field-value", 4)]
    [InlineData("colours:\n  accent: teal", "field-value", 4)]
    [InlineData("colours:\n  accent: \"#9ccfc8\"", "field-value", 4)] // words in it could not be read
    [InlineData("colours:\n  pink: \"#ff00ff\"", "design-colour", 4)]
    [InlineData("faces: comic", "field-value", 3)]
    [InlineData("colour: none", "field-unknown", 3)]
    public void What_does_not_fit_is_told_with_its_line(string line, string code, int at)
    {
        content.Text(File, $"{Good}{line}\n");

        Assert.Contains(content.Compile().Problems, problem => problem.Code == code && problem.File == File && problem.Line == at && problem.Remedy.Length > 0);
    }

    [Fact]
    public void A_shipped_design_is_not_replaced_and_one_that_is_missing_is_missed()
    {
        content.Text("designs/modern.yml", Good);
        content.Replace("certifications/first-call.yml", "valid: 24 months", "valid: 24 months\ndesign: nowhere");

        var problems = content.Compile().Problems;

        Assert.Contains(problems, problem => problem is { Code: "design-shipped", File: "designs/modern.yml" });
        content.Delete("designs/modern.yml");
        Assert.Contains(content.Compile().Problems, problem => problem is { Code: "reference-missing", File: "certifications/first-call.yml" });
    }

    [Fact]
    public void The_organisation_has_a_colour_of_its_own()
    {
        content.Replace("academy.yml", "time-zone:", "accent: \"#7a1f3d\"\ntime-zone:");

        Assert.Equal(0x7a1f3du, content.Good().Academy.Accent);
    }

    public void Dispose() => content.Dispose();
}
