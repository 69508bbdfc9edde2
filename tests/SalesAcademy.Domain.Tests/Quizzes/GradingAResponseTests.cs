using System.Globalization;
using CsCheck;
using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

/// <summary>What holds for every key and every response, whatever they are; single scores are held against paper in Content's tests.</summary>
public sealed class GradingAResponseTests
{
    private static readonly Gen<ObjectiveKey> Keys = Gen.OneOf<ObjectiveKey>(
        Gen.Select(Gen.Bool, Gen.Bool.Array[2, 10].Where(right => right.Contains(true))).Select((several, right) => (ObjectiveKey)new ChoiceKey(several || right.Count(r => r) > 1, right)),
        Gen.Int[2, 8].SelectMany(sides => Gen.Int[0, sides - 1].Array[2, 10].Select(partners => (ObjectiveKey)new PairsKey(partners, sides))),
        Gen.Int[2, 10].Select(items => (ObjectiveKey)new OrderKey(items)),
        One("24 hours", "48 hours", "not allowed", "42 ± 1 %", "10..12 days", "€1,200", "ＡＩ", "48 小时").Array[1, 3].Array[1, 5]
            .Select(blanks => (ObjectiveKey)new BlanksKey([.. blanks.Select(blank => (IReadOnlyList<Accepted>)[.. blank.Select(Accepted.Of)])])));

    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 40].Select(chars => new string(chars));

    [Fact]
    public void A_score_lies_between_nothing_and_everything() => Keys.SelectMany(key => Given(key).Select(given => (key, given))).Sample(pair =>
    {
        Assert.True(pair.key.Fits(pair.given));
        Assert.InRange(pair.key.Score(pair.given), 0, 1);
        Assert.Equal(1, pair.key.Score(pair.key.Solution));
        Assert.Equal(0, pair.key.Score(pair.key.Nothing));
        Assert.InRange(pair.key.Guess, 0, 0.5);
    });

    [Fact]
    public void Mending_one_part_never_lowers_a_score() => Keys.Where(key => key is PairsKey or BlanksKey).SelectMany(key => Given(key).Select(given => (key, given))).Sample(pair =>
    {
        for (var part = 0; part < pair.key.Parts; part++)
            Assert.True(pair.key.Score(Mended(pair.given, pair.key.Solution, part)) >= pair.key.Score(pair.given));
    });

    [Fact]
    public void A_right_tick_never_lowers_a_score_and_a_wrong_one_never_raises_it() =>
        Keys.Where(key => key is ChoiceKey { Several: true }).SelectMany(key => Given(key).Select(given => ((ChoiceKey)key, (Chosen)given))).Sample((key, given) =>
        {
            foreach (var option in Enumerable.Range(0, key.Options).Except(given.Options))
            {
                var (before, after) = (key.Score(given), key.Score(new Chosen([.. given.Options, option])));
                Assert.True(key.Right[option] ? after >= before : after <= before);
            }
        });

    [Fact]
    public void The_order_of_ticks_does_not_matter() => Keys.Where(key => key is ChoiceKey).SelectMany(key => Given(key).Select(given => (key, (Chosen)given))).Sample((key, given) =>
        Assert.Equal(key.Score(given), key.Score(new Chosen([.. given.Options.Reverse()]))));

    [Fact]
    public void A_score_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["tr-TR", "de-DE", "zh-Hans", "ar-SA"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.True(Accepted.Of("1,250.5").Is(Wording.Of("1250.50")));
                Assert.True(Accepted.Of("WITHIN 24 HOURS").Is(Wording.Of("within 24 hours")));
                Assert.False(Accepted.Of("1,250.5").Is(Wording.Of("1250,5")));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_text_is_read_without_a_fault_and_says_the_same_as_itself() => AnyText.Sample(text =>
    {
        Assert.Equal(Wording.Of(text), Wording.Of(text));
        Assert.Equal(Wording.Of(text), Wording.Of("  " + text + "\t"));
        _ = Accepted.Of(text).Is(Wording.Of(text));
    }, iter: 20_000);

    [Theory]
    [InlineData("24 hours", "48 hours")]
    [InlineData("15 percent", "25 percent")]
    [InlineData("30 days", "90 days")]
    [InlineData("a refund is allowed", "a refund is not allowed")]
    [InlineData("退款可以", "退款不可以")]
    [InlineData("1.5", "15")]
    [InlineData("-5", "5")]
    [InlineData("90 min", "90 h")]
    [InlineData("into", "in to")]
    [InlineData("1st", "1")]
    public void What_differs_in_a_number_a_unit_or_a_negation_is_something_else(string right, string answer) => Assert.False(Accepted.Of(right).Is(Wording.Of(answer)));

    [Theory]
    [InlineData("24 hours", "24h")]
    [InlineData("24 hours", "24 小时")]
    [InlineData("does not pay", "doesn’t pay")]
    [InlineData("cannot pay", "can't pay")]
    [InlineData("50k", "50,000")]
    [InlineData("3 万", "30000")]
    [InlineData("€ 500", "500 euros")]
    [InlineData("50 %", "百分之 50")]
    [InlineData("Café", "CAFE\u0301")]
    public void What_says_the_same_is_the_same(string right, string answer) => Assert.True(Accepted.Of(right).Is(Wording.Of(answer)));

    [Fact]
    public void A_response_of_another_form_does_not_fit()
    {
        Assert.False(new ChoiceKey(Several: false, [true, false]).Fits(new Chosen([0, 1])));
        Assert.False(new ChoiceKey(Several: true, [true, false]).Fits(new Chosen([2])));
        Assert.False(new ChoiceKey(Several: true, [true, true]).Fits(new Chosen([0, 0])));
        Assert.False(new PairsKey([0, 1], 2).Fits(new Arranged([0])));
        Assert.False(new PairsKey([0, 1], 2).Fits(new Arranged([0, 2])));
        Assert.False(new OrderKey(2).Fits(new Arranged([0, -1])));
        Assert.False(new OrderKey(2).Fits(new Chosen([0, 1])));
        Assert.False(new BlanksKey([[Accepted.Of("x")]]).Fits(new Written(["x", "y"])));
        Assert.False(new BlanksKey([[Accepted.Of("x")]]).Fits(new Written([new string('x', BlanksKey.LongestText + 1)])));
    }

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<Response> Given(AnswerKey key) => key switch
    {
        ChoiceKey choice => Gen.Bool.Array[choice.Options].Select(ticks => (Response)new Chosen([.. ticks.Index().Where(tick => tick.Item).Select(tick => tick.Index).Take(choice.Several ? 10 : 1)])),
        BlanksKey blanks => Gen.OneOf(AnyText, One("24 hours", "48 h", "42", "11 d", "1200 €", "")).Array[blanks.Parts].Select(texts => (Response)new Written(texts)),
        PairsKey pairs => Places(pairs.Parts, pairs.Options),
        _ => Places(key.Options, key.Options),
    };

    private static Gen<Response> Places(int count, int places) => Gen.Int[-1, places - 1].Array[count].Select(taken => (Response)new Arranged([.. taken.Select(place => place < 0 ? (int?)null : place)]));

    private static Response Mended(Response given, Response solution, int part) => (given, solution) switch
    {
        (Arranged a, Arranged b) => new Arranged([.. a.Places.Select((place, i) => i == part ? b.Places[i] : place)]),
        (Written a, Written b) => new Written([.. a.Texts.Select((text, i) => i == part ? b.Texts[i] : text)]),
        _ => throw new InvalidOperationException("Both are of one form."),
    };
}
