using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class DrawingTests
{
    private static readonly DrawableFamily[] Five = [.. Enumerable.Range(0, 5).Select(i => new DrawableFamily($"f{i}", [new("a", 4), new("b", 3)]))];

    [Fact]
    public void No_family_is_drawn_twice_and_every_option_has_one_place()
    {
        var chance = new Random(7);

        for (var i = 0; i < 200; i++)
        {
            var drawn = Drawing.Of(Five, [new(3)], shuffleQuestions: true, shuffleOptions: true, chance.Next);
            Assert.Equal(3, drawn.Select(q => q.Family).Distinct().Count());
            Assert.All(drawn, q => Assert.Equal(Enumerable.Range(0, q.Variant == "a" ? 4 : 3), q.Order.Order()));
        }
    }

    [Fact]
    public void Without_shuffling_questions_and_options_keep_the_order_of_the_file()
    {
        var drawn = Drawing.Of(Five, [new(3)], shuffleQuestions: false, shuffleOptions: false, new Random(7).Next);

        Assert.Equal(drawn.Select(q => q.Family).Order(StringComparer.Ordinal), drawn.Select(q => q.Family));
        Assert.All(drawn, q => Assert.Equal(q.Order.Order(), q.Order));
    }

    [Fact]
    public void Every_family_and_every_place_is_equally_likely()
    {
        var chance = new Random(11);
        var drawn = Enumerable.Range(0, 10_000).Select(_ => Drawing.Of(Five, [new(2)], shuffleQuestions: true, shuffleOptions: true, chance.Next)).ToArray();

        Assert.All(drawn.SelectMany(d => d).CountBy(q => q.Family), f => Assert.InRange(f.Value, 3800, 4200));
        Assert.All(drawn.Select(d => d[0]).Where(q => q.Variant == "a").CountBy(q => q.Order[0]), place => Assert.InRange(place.Value, 1100, 1400));
    }
}
