using System.Globalization;
using CsCheck;
using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

/// <summary>Holds draws of small quizzes against trying out every way of sharing their families.</summary>
public sealed class DrawingByLinesTests
{
    private static readonly Gen<Difficulty> Hard = Gen.OneOf(Difficulty.Easy, Difficulty.Medium, Difficulty.Hard);

    private static readonly Gen<DrawableFamily[]> Families = Gen.Select(Gen.OneOf("a", "b", "c").Array[0, 2], Hard).Array[1, 7]
        .Select(all => all.Select((family, i) => new DrawableFamily($"f{i}", [new("a", 2)]) { Tags = [.. family.Item1.Distinct()], Difficulty = family.Item2 }).ToArray());

    private static readonly Gen<DrawLine[]> Lines = Gen.Select(Gen.Int[1, 3], Gen.OneOf(null, "a", "b", "c"), Gen.OneOf(Gen.Const((Difficulty?)null), Hard.Select(hard => (Difficulty?)hard)))
        .Select((count, tag, difficulty) => new DrawLine(count, tag, difficulty)).Array[1, 3];

    [Fact]
    public void Lines_fall_short_exactly_where_no_way_of_sharing_meets_them() =>
        Gen.Select(Families, Lines).Sample((families, lines) => Assert.Equal(Ways(families, lines).Count == 0, Drawing.Shortfalls(families, lines).Count > 0));

    [Fact]
    public void A_shortfall_names_lines_that_share_fewer_families_than_they_draw() =>
        Gen.Select(Families, Lines).Sample((families, lines) =>
        {
            foreach (var (line, missing, rivals, fitting) in Drawing.Shortfalls(families, lines))
            {
                Assert.Contains(line, rivals);
                Assert.Equal(fitting, families.Count(family => rivals.Any(rival => lines[rival].Fits(family))));
                Assert.InRange(missing, 1, rivals.Sum(rival => lines[rival].Count) - fitting);
            }
        });

    [Fact]
    public void Every_draw_meets_its_lines_and_draws_no_family_twice() =>
        Gen.Select(Families, Lines, Gen.Int, Gen.Bool).Where(drawn => Ways(drawn.Item1, drawn.Item2).Count > 0).Sample((families, lines, seed, shuffle) =>
        {
            var drawn = Drawing.Of(families, lines, shuffle, shuffleOptions: true, new Random(seed).Next).Select(question => question.Family).ToArray();

            Assert.Equal(drawn.Length, drawn.Distinct().Count());
            Assert.Contains(Name(drawn), Ways(families, lines));
            if (!shuffle)
                Assert.Equal(drawn.Order(StringComparer.Ordinal), drawn);
        });

    [Fact]
    public void Every_draw_that_meets_the_lines_comes_up_sometimes() =>
        Gen.Select(Families, Lines, Gen.Int).Where(drawn => Ways(drawn.Item1, drawn.Item2).Count > 0).Sample(
            (families, lines, seed) =>
            {
                var chance = new Random(seed);
                var missing = Ways(families, lines).ToHashSet();

                for (var draws = 0; draws < 20_000 && missing.Count > 0; draws++)
                    missing.Remove(Name(Drawing.Of(families, lines, shuffleQuestions: false, shuffleOptions: false, chance.Next).Select(question => question.Family)));

                Assert.Empty(missing);
            },
            iter: 50);

    [Fact]
    public void Families_that_fit_the_same_lines_are_drawn_equally_often()
    {
        DrawableFamily[] families = [.. Enumerable.Range(0, 12).Select(i => new DrawableFamily($"f{i}", [new("a", 2)]) { Tags = i < 6 ? ["closing"] : [], Difficulty = i % 3 == 0 ? Difficulty.Hard : Difficulty.Medium })];
        DrawLine[] lines = [new(2, "closing"), new(1, Difficulty: Difficulty.Hard), new(3)];
        var chance = new Random(5);

        var counts = Enumerable.Range(0, 12_000).SelectMany(_ => Drawing.Of(families, lines, shuffleQuestions: true, shuffleOptions: true, chance.Next)).CountBy(question => question.Family).ToDictionary();

        foreach (var alike in families.GroupBy(family => (family.Tags.Count, family.Difficulty)))
            Assert.True(alike.Max(family => counts[family.Id]) - alike.Min(family => counts[family.Id]) < 350, string.Join(' ', alike.Select(family => $"{family.Id} {counts[family.Id]}")));
    }

    [Fact]
    public void A_family_that_another_line_cannot_spare_is_left_to_it()
    {
        DrawableFamily[] families = [new("only-price", []) { Tags = ["price", "closing"] }, new("a", []) { Tags = ["closing"] }, new("b", []) { Tags = ["closing"] }];
        families = [.. families.Select(family => family with { Variants = [new("a", 2)] })];

        for (var seed = 0; seed < 200; seed++)
            Assert.Contains("only-price", Drawing.Of(families, [new(1, "closing"), new(1, "price")], shuffleQuestions: true, shuffleOptions: true, new Random(seed).Next).Select(question => question.Family));
    }

    [Fact]
    public void A_draw_that_cannot_be_met_is_a_bug_and_not_a_shorter_quiz() =>
        Assert.Throws<ArgumentException>(() => Drawing.Of([new("a", [new("a", 2)])], [new(1), new(1)], shuffleQuestions: true, shuffleOptions: true, new Random(1).Next));

    [Theory, InlineData("tr-TR"), InlineData("zh-CN"), InlineData("sv-SE")]
    public void The_same_chance_draws_the_same_in_every_culture(string culture)
    {
        DrawableFamily[] families = [.. Enumerable.Range(0, 9).Select(i => new DrawableFamily(i % 2 == 0 ? $"i{i}" : $"I{i}", [new("a", 4)]) { Tags = [i % 2 == 0 ? "iı" : "ii"] })];
        DrawLine[] lines = [new(2, "ii"), new(4)];
        var here = Told();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(here, Told());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string Told() => string.Join(' ', Drawing.Of(families, lines, shuffleQuestions: true, shuffleOptions: true, new Random(3).Next).Select(question => $"{question.Family}:{string.Join(',', question.Order)}"));
    }

    // Every set of families that some way of sharing draws, found by trying them all.
    private static HashSet<string> Ways(DrawableFamily[] families, DrawLine[] lines)
    {
        var places = lines.SelectMany(line => Enumerable.Repeat(line, line.Count)).ToArray();
        var ways = new HashSet<string>(StringComparer.Ordinal);
        if (places.Length <= families.Length)
            Share(0, []);
        return ways;

        void Share(int place, List<DrawableFamily> drawn)
        {
            if (place == places.Length)
                ways.Add(Name(drawn.Select(family => family.Id)));
            else
                foreach (var family in families.Where(family => !drawn.Contains(family) && places[place].Fits(family)))
                    Share(place + 1, [.. drawn, family]);
        }
    }

    private static string Name(IEnumerable<string> families) => string.Join(' ', families.Order(StringComparer.Ordinal));
}
