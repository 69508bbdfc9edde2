using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Content.Tests;

public sealed class ReadingAPlaybookTests
{
    [Fact]
    public void Stages_are_read_in_their_order_with_what_they_ask_for()
    {
        using var content = new ContentBuilder();

        var playbook = content.Compile().Catalogue!.Playbook;

        Assert.Equal(["new", "talking"], playbook.Stages.Select(stage => stage.Id));
        var (first, second) = (playbook.First, playbook.Find("talking")!);
        Assert.Equal(("New", "新线索"), (first.Name.English, first.Name.Chinese));
        Assert.Equal("Somebody has answered.", Assert.Single(first.Exit).English);
        Assert.Equal("打开过邮件", first.NotEnough!.Chinese);
        Assert.Null(second.NotEnough);
        Assert.Equal(["closing"], second.Competencies);
        Assert.Null(first.Review);
        Assert.Equal(new ReviewDemand(OfferKind.Contract, ReviewBody.Operations, 3), second.Review);
        Assert.Equal([(second, second.Review!)], playbook.Reviews);
        Assert.Equal([new LessonPlace("first-call", "closing"), new LessonPlace("first-call", "opening")], second.Lessons);
        Assert.Equal((0, 1, -1), (playbook.PlaceOf("new"), playbook.PlaceOf("talking"), playbook.PlaceOf("gone")));
    }

    [Fact]
    public void An_academy_without_a_playbook_has_one_stage_and_another_playbook_is_another_edition()
    {
        using var content = new ContentBuilder();
        var before = content.Compile().Catalogue!.Hash;

        var renamed = content.Replace("playbook.yml", "en: Talking", "en: In talks").Compile().Catalogue!;
        var without = content.Delete("playbook.yml").Compile().Catalogue!;

        Assert.NotEqual(before, renamed.Hash);
        Assert.Equal("open", Assert.Single(without.Playbook.Stages).Id);
    }
}
