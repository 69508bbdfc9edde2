using SalesAcademy.Web.Features.Certificates.Drawing;
using Xunit;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>The measures of the Modern design: baselines in millimetres from the top, sizes in points.</summary>
public sealed class SettingACertificateTests(Drawings drawings) : IClassFixture<Drawings>
{
    private const double MillimetresPerPoint = 25.4 / 72;
    private const double PageHeight = 595;

    [Theory]
    [InlineData("English", "Certificate of Competence", 57.1, 15.5)]
    [InlineData("English", "This certifies that", 70.1, 11.5)]
    [InlineData("English", "Aleksandra", 86.5, 36)]
    [InlineData("English", "has met every", 100.5, 11.5)]
    [InlineData("English", "Discovery", 112.5, 21)]
    [InlineData("English", "by passing", 121.5, 11.5)]
    [InlineData("English", "LT-2026", 150, 10.5)]
    [InlineData("English", "Shuning", 185.6, 10)]
    [InlineData("Chinese", "能力认证证书", 56.3, 17)]
    [InlineData("Chinese", "欧阳娜娜", 87.3, 40)]
    [InlineData("Chinese", "复杂销售", 113.3, 22)]
    [InlineData("Chinese", "特发此证", 123.8, 12)]
    [InlineData("Mixed", "Certificate of Competence", 55.3, 14.5)]
    [InlineData("Mixed", "欧阳娜娜", 86.3, 40)]
    [InlineData("Mixed", "Ouyang Nana", 94.7, 14)]
    [InlineData("Mixed", "has passed", 112.0, 10.5)]
    [InlineData("Mixed", "Discovery", 124.0, 21)]
    public void Every_line_stands_where_the_design_has_it(string sample, string line, double baseline, double size)
    {
        var first = FirstLetterOf(line, sample);

        Assert.Equal(baseline, (PageHeight - first.StartBaseLine.Y) * MillimetresPerPoint, 0.1);
        Assert.Equal(size, first.PointSize, 0.05);
    }

    [Theory]
    [InlineData("English", "Certificate of Competence", 58.6, 28)]
    [InlineData("English", "This certifies that", 73.1, 13.5)]
    [InlineData("English", "Aleksandra", 90.9, 39)]
    [InlineData("English", "has met every", 103.5, 13)]
    [InlineData("English", "Discovery", 115.9, 21)]
    [InlineData("English", "by passing", 125.5, 12)]
    [InlineData("English", "LT-2026", 181, 10)]
    [InlineData("English", "Shuning", 157.4, 10.5)]
    [InlineData("Chinese", "能力认证证书", 57.7, 28)]
    [InlineData("Chinese", "欧阳娜娜", 90.3, 40)]
    [InlineData("Chinese", "复杂销售", 116.9, 22)]
    [InlineData("Chinese", "特发此证", 128.1, 13)]
    [InlineData("Mixed", "能力认证证书", 56.3, 25)]
    [InlineData("Mixed", "Certificate of Competence", 64.5, 15)]
    [InlineData("Mixed", "欧阳娜娜", 93.9, 37)]
    [InlineData("Mixed", "Ouyang Nana", 101.6, 14)]
    [InlineData("Mixed", "has passed", 116.9, 11.5)]
    [InlineData("Mixed", "Discovery", 128.7, 21)]
    public void Every_line_of_the_classic_design_stands_where_it_has_it_and_in_the_middle(string sample, string line, double baseline, double size)
    {
        var text = (sample == "English" ? Certificate.English : sample == "Chinese" ? Certificate.Chinese : Certificate.Mixed) with { Design = SalesAcademy.Content.CertificateDesign.Shipped[1] };
        var letters = drawings.LettersOf(text);
        var first = letters[string.Concat(letters.Select(letter => letter.Value)).IndexOf(line, StringComparison.Ordinal)];
        var beside = letters.Where(letter => Math.Abs(letter.StartBaseLine.Y - first.StartBaseLine.Y) < 0.1).ToArray();

        Assert.Equal(baseline, (PageHeight - first.StartBaseLine.Y) * MillimetresPerPoint, 0.3);
        Assert.Equal(size, first.PointSize, 0.05);
        Assert.Equal(297 / 2.0, (beside.Min(letter => letter.BoundingBox.Left) + beside.Max(letter => letter.BoundingBox.Right)) / 2 * MillimetresPerPoint, 1.5);
    }

    [Theory]
    [InlineData("English", "Certificate of Competence", 57.1, 20)]
    [InlineData("English", "Shuning", 185.6, 20)]
    [InlineData("Chinese", "欧阳娜娜", 87.3, 20)]
    public void On_letter_paper_everything_is_as_large_and_stands_in_the_middle(string sample, string line, double onA4, double left)
    {
        const double letterHeight = 215.9;
        var text = (sample == "English" ? Certificate.English : Certificate.Chinese) with { Paper = Sheet.Letter };
        var letters = drawings.LettersOf(text);
        var first = letters[string.Concat(letters.Select(letter => letter.Value)).IndexOf(line, StringComparison.Ordinal)];

        Assert.Equal(onA4 + Sheet.Letter.Down, letterHeight - (first.StartBaseLine.Y * MillimetresPerPoint), 0.3);
        Assert.Equal(left, first.StartBaseLine.X * MillimetresPerPoint, 1.0);
        Assert.All(letters, letter => Assert.InRange(letter.EndBaseLine.X * MillimetresPerPoint, 0, Sheet.Letter.Width - 80.5)); // nothing runs into the ribbon
    }

    [Theory]
    [InlineData("王芳", 0.30)]
    [InlineData("欧阳娜", 0.15)]
    [InlineData("欧阳娜娜", 0.072)]
    [InlineData("买买提江木", 0.024)]
    public void A_short_chinese_name_is_set_wide(string name, double tracking)
    {
        var letters = drawings.LettersOf(Certificate.Named(null, name)).Where(letter => name.Contains(letter.Value, StringComparison.Ordinal) && letter.PointSize > 39).ToList();

        var pitch = (letters[1].StartBaseLine.X - letters[0].StartBaseLine.X) / letters[0].PointSize;
        Assert.Equal(1 + tracking, pitch, 0.005);
    }

    [Fact]
    public void A_name_steps_down_to_one_line_before_it_takes_two()
    {
        var style = StyleOf(36);
        var fitting = new Fitting(196, 25, 16);

        Assert.Equal(36, fitting.Fit("Holder", "Anna Lee", style).Style.Size);
        Assert.Equal((1, true), Outcome("Aleksandra Katarzyna O’Brien-Łukasiewicz"));
        Assert.Equal((2, true), Outcome(Certificate.LongEnglish.Holder.English!));

        (int Lines, bool Smaller) Outcome(string name)
        {
            var fit = fitting.Fit("Holder", name, style);
            return (fit.Lines.Count, fit.Style.Size < 36);
        }
    }

    [Fact]
    public void A_chinese_title_breaks_after_a_pause_and_no_line_starts_with_one()
    {
        var fit = new Fitting(196, 17, 13).Fit("Course", Certificate.LongChinese.Course.Chinese!, StyleOf(22));

        Assert.Equal(["大型集团客户多年期框架协议谈判：", "采购流程、法务审阅与财务决策人的关注重点"], fit.Lines);
    }

    [Theory]
    [InlineData("（甲乙丙丁）")]
    [InlineData("《甲》，《乙》")]
    [InlineData("甲，乙。丙！丁？")]
    public void Marks_that_cling_are_never_torn_off(string text)
    {
        var fit = new Fitting(20, 17, 6).Fit("Course", text, StyleOf(22));

        Assert.Equal(2, fit.Lines.Count);
        Assert.DoesNotContain(fit.Lines[1][0], "，。、：；！？）》」』”");
        Assert.DoesNotContain(fit.Lines[0][^1], "（《「『“");
    }

    [Fact]
    public void A_line_is_cut_where_scripts_and_languages_meet()
    {
        Assert.Equal(
            [new("2026", false, false, false), new("年", true, false, false), new("3", false, false, false), new("月", true, false, false)],
            ScriptRuns.Of("2026年3月"));
        Assert.Equal(
            [new("林书宁", true, false, false), new("Shuning Lin", false, true, true)],
            ScriptRuns.Of("林书宁\u2002Shuning Lin"));
        Assert.Equal(
            [new("学习", true, false, false), new("CRM", false, false, true), new("“入门”", true, false, false)],
            ScriptRuns.Of("学习 CRM“入门”"));
        Assert.Equal(
            [new("“现在”——", true, false, false), new("CRM", false, false, false)],
            ScriptRuns.Of("“现在”——CRM"));
    }

    private TextStyle StyleOf(double size) => new(drawings.Fonts.SemiBold, size, Palette.Ink);

    private UglyToad.PdfPig.Content.Letter FirstLetterOf(string line, string sample)
    {
        var letters = drawings.LettersOf(sample switch { "English" => Certificate.English, "Chinese" => Certificate.Chinese, _ => Certificate.Mixed });
        return letters[string.Concat(letters.Select(letter => letter.Value)).IndexOf(line, StringComparison.Ordinal)];
    }
}
