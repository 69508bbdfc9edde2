using System.Globalization;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads paths and rubrics.</summary>
internal static partial class ProgrammeReader
{
    public static object LearningPath(YamlFile file)
    {
        var fields = file.Fields();
        var path = new LearningPath
        {
            Id = file.Id,
            Title = fields.Words("title"),
            Role = fields.Id("for"),
            Hash = file.Hash,
            Steps = [.. fields.List("steps").Select(node => Step(file, Fields.Of(node, file.Problems))).OfType<PathStep>()],
        };
        fields.Finish();
        file.Refer(ReferenceKind.Role, path.Role, fields.LineOf("for"));
        return path;
    }

    public static object Rubric(YamlFile file)
    {
        var fields = file.Fields();
        var rubric = new Rubric
        {
            Id = file.Id,
            Title = fields.Words("title"),
            IsForAnswers = fields.Choice("use", false, ("scorecards", false), ("answers", true)),
            IsShownLive = fields.Choice("live", standard: true, ("shown", true), ("afterwards", false)),
            Hash = file.Hash,
            Criteria = [.. fields.List("criteria").Select(node => Criterion(file, Fields.Of(node, file.Problems)))],
        };
        fields.Finish();
        foreach (var twin in rubric.Criteria.GroupBy(criterion => criterion.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            file.Problems.Error(fields.LineOf("criteria"), "rubric-criterion-twice", twin.Key);
        return rubric;
    }

    private static RubricCriterion Criterion(YamlFile file, Fields fields)
    {
        var levels = fields.List("levels");
        if (fields.Has("levels") && levels.Count != 4)
            file.Problems.Error(fields.LineOf("levels"), "rubric-levels", levels.Count);
        var criterion = new RubricCriterion(fields.Id("id"), fields.Id("competency"), fields.Words("name"), [.. levels.Select(node => Fields.Words(node, file.Problems))]);
        fields.Finish();
        file.Refer(ReferenceKind.Competency, criterion.Competency, fields.LineOf("competency"));
        return criterion;
    }

    private static PathStep? Step(YamlFile file, Fields fields)
    {
        (string Key, PathStepKind Kind, ReferenceKind Reference)[] kinds =
        [
            ("course", PathStepKind.Course, ReferenceKind.Course),
            ("certification", PathStepKind.Certification, ReferenceKind.Certification),
            ("observation", PathStepKind.Observation, ReferenceKind.Rubric),
        ];
        var named = kinds.Where(kind => fields.Has(kind.Key)).ToArray();
        var due = DueForm().Match(fields.Text("due"));
        if (fields.Has("due") && !due.Success)
            fields.Wrong("due", 0, "expected.due");
        if (named.Length != 1)
        {
            file.Problems.Error(fields.Line, "path-step");
            return null;
        }
        var target = fields.Id(named[0].Key);
        fields.Finish();
        file.Refer(named[0].Reference, target, fields.LineOf(named[0].Key));
        return new(named[0].Kind, target, due.Success ? int.Parse(due.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) : 1);
    }

    [GeneratedRegex(@"^day (?<day>[1-9][0-9]{0,3})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DueForm();
}
