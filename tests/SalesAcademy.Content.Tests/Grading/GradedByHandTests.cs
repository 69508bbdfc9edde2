using System.Globalization;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests.Grading;

/// <summary>Holds the grading of every answer form against scores worked out on paper (graded-by-hand.md).</summary>
public sealed class GradedByHandTests
{
    private const string Quiz = "courses/first-call/en/quiz-practice-forms.md";
    private static readonly string[] Sections = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Grading", "graded-by-hand.md"))
        .Split("\n## ").Skip(1).ToArray();

    public static TheoryData<string, string, string, double> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, double>();
            foreach (var section in Sections)
            {
                var lines = section.Split('\n');
                var question = string.Join('\n', lines.Skip(1).Where(line => !line.StartsWith('?')));
                foreach (var parts in lines.Where(line => line.StartsWith('?')).Select(line => line[1..].Split("=>")))
                    cases.Add(lines[0], question, parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_response_scores_what_the_rule_says(string rule, string question, string response, double score)
    {
        var key = Compiled.Value[rule];

        var given = Given(key, response);

        Assert.True(key.Fits(given), question);
        Assert.Equal(score, key.Score(given), 1e-9);
    }

    [Fact]
    public void There_are_cases_enough_and_every_solution_is_wholly_right()
    {
        Assert.True(Cases.Count >= 40);
        Assert.All(Compiled.Value.Values, key => Assert.Equal(1, key.Score(key.Solution)));
        Assert.All(Compiled.Value.Values, key => Assert.Equal(0, key.Score(key.Nothing)));
    }

    private static readonly Lazy<Dictionary<string, ObjectiveKey>> Compiled = new(() =>
    {
        using var content = new ContentBuilder();
        content.Text(Quiz, "---\ntitle: Forms\nkind: practice\n---\n" + string.Concat(Sections.Select((section, i) =>
            $"## {section.Split('\n')[0].Replace(";", ",")} {{#form-{i} competency=opening}}\n\n" + string.Join('\n', section.Split('\n').Skip(1).Where(line => !line.StartsWith('?'))) + "\n")));
        var result = content.Compile();
        Assert.True(result.Catalogue is not null, string.Join('\n', result.Problems));
        return Sections.Select((section, i) => (Rule: section.Split('\n')[0], result.Catalogue.Families[$"form-{i}"].Variants[0].Key.Answer)).ToDictionary(pair => pair.Rule, pair => (ObjectiveKey)pair.Answer);
    });

    private static Response Given(AnswerKey key, string written)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return key switch
        {
            ChoiceKey => new Chosen([.. words.Select(word => int.Parse(word, CultureInfo.InvariantCulture) - 1)]),
            PairsKey or OrderKey => new Arranged([.. words.Select(word => word == "-" ? (int?)null : int.Parse(word, CultureInfo.InvariantCulture) - 1)]),
            BlanksKey { Blanks.Count: var count } => new Written(string.IsNullOrWhiteSpace(written) ? [.. Enumerable.Repeat("", count)] : [.. written.Split('|')]),
            _ => throw new InvalidOperationException("A form that this test cannot answer."),
        };
    }
}
