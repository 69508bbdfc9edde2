using SalesAcademy.Web.Features.Certificates.Drawing;
using Xunit;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

public sealed class RefusingACertificateTests(Drawings drawings) : IClassFixture<Drawings>
{
    // The margins of the page, in points: nothing but the ribbon comes nearer to the edge or further right than this.
    private const double Left = 19.5 / 25.4 * 72;
    private const double Right = 216.5 / 25.4 * 72;
    private const double Bottom = 595 - 193 / 25.4 * 72;
    private const double Top = 595 - 18 / 25.4 * 72;

    [Theory]
    [InlineData("𠮷田", "U+20BB7")]
    [InlineData("김민수", "U+AE40")]
    [InlineData("محمد", "U+0645")]
    [InlineData("王\u200B芳", "U+200B")]
    [InlineData("王\uE000", "U+E000")]
    [InlineData("王\uD800", "U+FFFD")]
    public void A_character_that_no_face_has_is_refused_by_name(string name, string character)
    {
        var refusal = Assert.Throws<CertificateCannotBeDrawn>(() => drawings.Modern.Draw(Certificate.Named(null, name)));

        Assert.Equal(DrawingProblem.UnknownCharacter, refusal.Problem);
        Assert.Equal(nameof(CertificateText.Holder), refusal.Field);
        Assert.Contains(character, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_fits_at_no_size_is_refused() =>
        AssertRefused(DrawingProblem.TooLong, "Holder", Certificate.Named(string.Join(' ', Enumerable.Repeat("Wolfeschlegelstein", 20))));

    [Fact]
    public void A_certificate_without_a_holder_is_refused() =>
        AssertRefused(DrawingProblem.Missing, "Holder", Certificate.Named(" ", "\u3000"));

    [Fact]
    public void A_certificate_is_signed_by_one_or_two()
    {
        AssertRefused(DrawingProblem.Missing, "Signatories", Certificate.English with { Signatories = [] });
        AssertRefused(DrawingProblem.TooLong, "Signatories", Certificate.English with { Signatories = [.. Certificate.English.Signatories, .. Certificate.English.Signatories] });
        Assert.NotEmpty(drawings.Modern.Draw(Certificate.English with { Signatories = [Certificate.English.Signatories[0]] }));
    }

    [Fact]
    public void A_long_address_goes_without_the_words_before_it()
    {
        var text = Certificate.English with { VerificationAddress = new Uri("https://sales-academy.internal.lanteng-cloud.example/v/") };

        var said = drawings.TextOf(text);

        Assert.Contains("sales-academy.internal.lanteng-cloud.example/v/", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Verify at", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_too_long_for_its_code_is_refused() =>
        AssertRefused(DrawingProblem.TooLong, "VerificationAddress", Certificate.English with { VerificationAddress = new Uri($"https://{new string('a', 60)}.{new string('b', 60)}.example/v/") });

    [Theory]
    [InlineData(20260314)]
    [InlineData(20280313)]
    public void Any_name_is_drawn_inside_the_margins_or_refused(int seed)
    {
        var chance = new Random(seed);
        var drawn = 0;
        for (var i = 0; i < 150; i++)
        {
            var text = Certificate.Named(AnyText(chance), AnyText(chance)) with
            {
                Language = (CertificateLanguage)chance.Next(3),
                Course = new(AnyText(chance), AnyText(chance)),
            };
            try
            {
                var letters = drawings.LettersOf(text);
                drawn++;
                Assert.All(letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)), letter => Assert.True(
                    letter.BoundingBox.Left >= Left && letter.BoundingBox.Right <= Right
                    && letter.BoundingBox.Bottom >= Bottom && letter.BoundingBox.Top <= Top,
                    $"{letter.Value} stands at {letter.BoundingBox} in {text}"));
            }
            catch (CertificateCannotBeDrawn refusal)
            {
                Assert.Contains(refusal.Field, new[] { "Holder", "Course" });
            }
        }
        Assert.InRange(drawn, 30, 149);
    }

    private static string AnyText(Random chance)
    {
        string[] alphabets =
        [
            "abcdefghijklmnopqrstuvwxyz", "AÁÂĂĄBCĆČDĐEÊĘŁŃŌØPQŘŚŠTUƯVWXYŹŽ", "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高", "，。、：；！？（）《》“”‘’—…·", " -'.,", "ΑβγДЖя", "カナかな",
        ];
        var hasRareCharacter = chance.Next(12) == 0;
        var length = chance.Next(5) == 0 ? chance.Next(140) : chance.Next(1, 24);
        var letters = Enumerable.Range(0, length).Select(_ => alphabets[chance.Next(alphabets.Length)]).Select(alphabet => alphabet[chance.Next(alphabet.Length)]);
        return string.Concat(letters) + (hasRareCharacter ? "𠮷" : "");
    }

    private void AssertRefused(DrawingProblem problem, string field, CertificateText text)
    {
        var refusal = Assert.Throws<CertificateCannotBeDrawn>(() => drawings.Modern.Draw(text));
        Assert.Equal((problem, field), (refusal.Problem, refusal.Field));
    }
}
