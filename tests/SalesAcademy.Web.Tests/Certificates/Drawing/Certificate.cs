using SalesAcademy.Web.Features.Certificates.Drawing;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>The certificates that the design was drawn with.</summary>
internal static class Certificate
{
    public static CertificateText English { get; } = new()
    {
        Language = CertificateLanguage.English,
        Organisation = new("Lanteng Cloud", "澜腾云科技有限公司"),
        Unit = new("Sales Academy", "销售学院"),
        Title = new("Certificate of Competence", "能力认证证书"),
        Holder = new("Aleksandra O'Brien-Łukasiewicz", null),
        Statement = new("has met every requirement of the certification", "已通过认证测验与客户沟通实战观察，达到下列认证的全部要求"),
        Course = new("Discovery Conversations for Complex Sales", "复杂销售需求挖掘"),
        Closing = new("by passing the certification quiz and an observed customer conversation", "特发此证"),
        Number = "LT-2026-004817",
        ContentHash = "7f3a9c2e41b8d05566aa",
        Issued = new DateOnly(2026, 3, 14),
        ValidUntil = new DateOnly(2028, 3, 13),
        Signatories =
        [
            new(new("Shuning Lin", "林书宁"), new("Head of Sales Enablement", "销售赋能负责人")),
            new(new("Zhiyuan Chen", "陈志远"), new("Vice President, Sales", "销售副总裁")),
        ],
        VerificationAddress = new Uri("https://academy.lanteng.example/v/"),
        VerificationCode = "7K4M-Q2XD-9RTP",
    };

    public static CertificateText Chinese { get; } = English with
    {
        Language = CertificateLanguage.Chinese,
        Holder = new("Ouyang Nana", "欧阳娜娜"),
        Number = "LT-2026-004818",
        VerificationCode = "B9XW-4HTE-2MKC",
    };

    public static CertificateText Mixed { get; } = Chinese with
    {
        Language = CertificateLanguage.Mixed,
        Organisation = new("Lanteng Cloud", "澜腾云科技"),
        Statement = new("has passed the quiz and the observed practice and met every requirement of", "已通过认证测验与实战观察，达到下列认证的全部要求"),
    };

    public static CertificateText LongEnglish { get; } = English with
    {
        Holder = new("Maria-Theresia Alexandra von Hohenberg-Sachsenhausen de Villanueva y Castro-Monteverde", null),
        Course = new("Negotiating Multi-Year Enterprise Agreements: Procurement, Legal Review and the Economic Buyer's Point of View", null),
    };

    public static CertificateText LongChinese { get; } = Chinese with
    {
        Holder = new(null, "买买提江·阿布都热合曼·吾布力卡斯木"),
        Course = new(null, "大型集团客户多年期框架协议谈判：采购流程、法务审阅与财务决策人的关注重点"),
    };

    public static CertificateText Named(string? english, string? chinese = null) =>
        (chinese is null ? English : english is null ? Chinese : Mixed) with { Holder = new(english, chinese) };
}
