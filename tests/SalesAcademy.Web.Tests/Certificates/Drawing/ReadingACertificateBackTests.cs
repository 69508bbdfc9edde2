using System.Text;
using SalesAcademy.Web.Features.Certificates.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

public sealed class ReadingACertificateBackTests(Drawings drawings) : IClassFixture<Drawings>
{
    public static TheoryData<string> Samples => ["English", "Chinese", "Mixed", "LongEnglish", "LongChinese"];

    [Fact]
    public void An_english_certificate_says_what_it_was_given() =>
        AssertSays(Certificate.English,
            "Lanteng Cloud", "Sales Academy", "Certificate of Competence", "This certifies that", "Aleksandra O’Brien-Łukasiewicz",
            "has met every requirement of the certification", "Discovery Conversations for Complex Sales",
            "by passing the certification quiz and an observed customer conversation",
            "LT-2026-004817", "7f3a\u20099c2e\u200941b8", "14 March 2026", "13 March 2028",
            "Shuning Lin", "Head of Sales Enablement", "Zhiyuan Chen", "Vice President, Sales",
            "Verify at academy.lanteng.example/v/", "7K4M-Q2XD-9RTP");

    [Fact]
    public void A_chinese_certificate_says_what_it_was_given() =>
        AssertSays(Certificate.Chinese,
            "澜腾云科技有限公司", "销售学院", "能力认证证书", "兹证明", "欧阳娜娜",
            "已通过认证测验与客户沟通实战观察，达到下列认证的全部要求", "复杂销售需求挖掘", "特发此证",
            "证书编号", "LT-2026-004818", "内容版本", "签发日期", "2026年3月14日", "有效期至", "2028年3月13日",
            "林书宁", "销售赋能负责人", "陈志远", "销售副总裁", "验证网址", "academy.lanteng.example/v/", "B9XW-4HTE-2MKC");

    [Fact]
    public void A_mixed_certificate_says_everything_in_both_languages() =>
        AssertSays(Certificate.Mixed,
            "澜腾云科技 Lanteng Cloud", "能力认证证书 Certificate of Competence", "兹证明 This certifies that", "欧阳娜娜", "Ouyang Nana",
            "已通过认证测验与实战观察，达到下列认证的全部要求", "has passed the quiz and the observed practice and met every requirement of",
            "签发日期 Issued", "2026-03-14", "2028-03-13", "林书宁 Shuning Lin", "销售副总裁 Vice President, Sales");

    [Fact]
    public void A_certificate_without_an_end_says_so() =>
        AssertSays(Certificate.Mixed with { ValidUntil = null }, "长期有效 No expiry date");

    [Fact]
    public void A_long_english_name_breaks_after_its_hyphen_and_loses_nothing() =>
        AssertSays(Certificate.LongEnglish,
            "Maria-Theresia Alexandra von Hohenberg-Sachsenhausen de Villanueva y Castro-Monteverde",
            "Negotiating Multi-Year Enterprise Agreements: Procurement,Legal Review and the Economic Buyer’s Point of View");

    [Fact]
    public void A_long_chinese_name_and_title_lose_nothing() =>
        AssertSays(Certificate.LongChinese, "买买提江·阿布都热合曼·吾布力卡斯木", "大型集团客户多年期框架协议谈判：采购流程、法务审阅与财务决策人的关注重点");

    [Theory]
    [InlineData("Nguyễn Thị Hồng Nhung")]
    [InlineData("Jiří Dvořák-Štěpánková")]
    [InlineData("Zażółć Gęślą Jaźń")]
    [InlineData("Þórdís Ægisdóttir")]
    [InlineData("Σωκράτης Παπαδόπουλος")]
    [InlineData("Наталія Ґалаґан")]
    [InlineData("office first efflux 0123456789")]
    public void Names_of_many_alphabets_come_back_letter_by_letter(string name) =>
        AssertSays(Certificate.Named(name), name);

    [Theory]
    [InlineData("王芳")]
    [InlineData("镕喆堃珺龘")]
    [InlineData("阿娜尔·買買提")]
    [InlineData("李 明")]
    public void Chinese_names_come_back_character_by_character(string name) =>
        AssertSays(Certificate.Named(null, name), name);

    [Fact]
    public void A_name_typed_with_combining_accents_is_composed() =>
        AssertSays(Certificate.Named("Nguyễn".Normalize(NormalizationForm.FormD)), "Nguyễn");

    [Fact]
    public void A_name_in_one_script_stands_in_for_the_other() =>
        Assert.Equal("欧阳娜娜", new Bilingual(null, "欧阳娜娜").In(CertificateLanguage.English));

    // The three designs stay under 40 KB; a name and title of the utmost length bring more Chinese glyphs.
    [Theory]
    [InlineData("English", 24)]
    [InlineData("Chinese", 40)]
    [InlineData("Mixed", 40)]
    [InlineData("LongEnglish", 24)]
    [InlineData("LongChinese", 44)]
    public void A_certificate_is_one_small_page_of_a4(string sample, int kilobytes)
    {
        var bytes = drawings.Modern.Draw(Named(sample));

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Equal((842, 595), (pdf.GetPage(1).Width, pdf.GetPage(1).Height));
        Assert.InRange(bytes.Length, 10_000, kilobytes * 1024);
    }

    [Theory]
    [InlineData("English", "en", "Certificate of Competence – Aleksandra O’Brien-Łukasiewicz", "Lanteng Cloud")]
    [InlineData("Chinese", "zh-Hans", "能力认证证书 – 欧阳娜娜", "澜腾云科技有限公司")]
    public void The_document_states_title_author_date_and_language(string sample, string language, string title, string author)
    {
        var bytes = drawings.Modern.Draw(Named(sample));

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(title, pdf.Information.Title);
        Assert.Equal(author, pdf.Information.Author);
        Assert.Equal("D:20260314000000+00'00'", pdf.Information.CreationDate);
        Assert.Equal(language, Assert.IsType<StringToken>(pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_transparent_and_every_face_is_embedded(string sample)
    {
        using var pdf = PdfDocument.Open(drawings.Modern.Draw(Named(sample)));

        var objects = pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(key => pdf.Structure.GetObject(key).Data).ToList();
        var dictionaries = objects.OfType<DictionaryToken>().ToList();
        Assert.All(dictionaries, entry => Assert.False(entry.ContainsKey(NameToken.Smask)));
        Assert.All(dictionaries.SelectMany(entry => entry.Data).Where(entry => entry.Key is "ca" or "CA"), alpha => Assert.Equal(1, Assert.IsType<NumericToken>(alpha.Value).Data));
        var descriptors = dictionaries.Where(entry => entry.Data.ContainsKey("FontName")).ToList();
        Assert.InRange(descriptors.Count, 2, 6);
        Assert.All(descriptors, descriptor => Assert.True(descriptor.Data.ContainsKey("FontFile2")));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_same_text_gives_the_same_bytes(string sample) =>
        Assert.Equal(drawings.Modern.Draw(Named(sample)), drawings.Modern.Draw(Named(sample)));

    [Fact]
    public async Task Many_threads_draw_the_same_as_one()
    {
        CertificateText[] texts = [.. Enumerable.Range(0, 60).Select(i => Named(Samples.ElementAt(i % 5).Data) with { Number = $"LT-2026-{i:D6}" })];
        var alone = texts.Select(drawings.Modern.Draw).ToList();
        var together = new byte[texts.Length][];

        await Parallel.ForAsync(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            (i, _) =>
            {
                together[i] = drawings.Modern.Draw(texts[i]);
                return ValueTask.CompletedTask;
            });

        Assert.Equal(alone, together);
    }

    private static CertificateText Named(string sample) => sample switch
    {
        "English" => Certificate.English,
        "Chinese" => Certificate.Chinese,
        "Mixed" => Certificate.Mixed,
        "LongEnglish" => Certificate.LongEnglish,
        _ => Certificate.LongChinese,
    };

    private void AssertSays(CertificateText text, params string[] expected)
    {
        var said = drawings.TextOf(text);
        Assert.All(expected, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }
}
