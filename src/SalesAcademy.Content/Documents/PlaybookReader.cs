using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads playbook.yml.</summary>
internal static class PlaybookReader
{
    private const int Most = 12;
    private const int MostDays = 20;

    public static object Read(YamlFile file)
    {
        var fields = file.Fields();
        var stages = fields.List("stages").Select(node => Stage(file, Fields.Of(node, file.Problems))).ToArray();
        fields.Finish();
        foreach (var twin in stages.GroupBy(stage => stage.Id, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
            file.Problems.Error(fields.LineOf("stages"), "playbook-stage-twice", twin.Key);
        foreach (var twin in stages.Where(stage => stage.Review is not null).GroupBy(stage => stage.Review!.Of).Where(group => group.Count() > 1))
            file.Problems.Error(fields.LineOf("stages"), "playbook-review-twice", twin.Key.ToString().ToLowerInvariant());
        if (stages.Length > Most)
            file.Problems.Error(fields.LineOf("stages"), "playbook-stages", Most, stages.Length);
        return new Playbook(stages, file.Hash);
    }

    private static PlaybookStage Stage(YamlFile file, Fields fields)
    {
        var lessons = fields.List("lessons").Select(node => Lesson(file, node)).OfType<LessonPlace>().ToArray();
        var stage = new PlaybookStage(
            fields.Id("id"), fields.Words("name"), [.. fields.List("exit").Select(node => Fields.Words(node, file.Problems))],
            fields.Has("not-enough") ? fields.Words("not-enough") : null, fields.Ids("competencies"), lessons, Review(fields));
        fields.Finish();
        foreach (var competency in stage.Competencies)
            file.Refer(ReferenceKind.Competency, competency, fields.LineOf("competencies"));
        return stage;
    }

    private static ReviewDemand? Review(Fields stage)
    {
        if (!stage.Has("review"))
            return null;
        var fields = stage.Map("review");
        _ = (fields.Take("of", required: true), fields.Take("by", required: true));
        var of = fields.Choice("of", OfferKind.Proposal, ("proposal", OfferKind.Proposal), ("contract", OfferKind.Contract));
        var by = fields.Choice("by", ReviewBody.Finance, ("finance", ReviewBody.Finance), ("operations", ReviewBody.Operations));
        var within = fields.Days("within", 2);
        if (within > MostDays)
            fields.Wrong("within", 0, "expected.most-days", MostDays);
        fields.Finish();
        return new(of, by, within);
    }

    private static LessonPlace? Lesson(YamlFile file, YamlNode node)
    {
        if (node is YamlText text && text.Value.Split('/') is [var course, var lesson] && Fields.IsId(course) && Fields.IsId(lesson))
        {
            file.Refer(ReferenceKind.Lesson, text.Value, node.Line);
            return new(course, lesson);
        }

        file.Problems.Error(node.Line, "field-value.lesson");
        return null;
    }
}
