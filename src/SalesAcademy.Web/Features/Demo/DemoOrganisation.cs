using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Somebody of the demo organisation.</summary>
/// <param name="Key">A short word of their own: their address is key@lanteng.example.</param>
/// <param name="Name">The name as they write it.</param>
/// <param name="LatinName">The name in Latin letters, where the name itself is not.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Team">Key of their team, if any.</param>
/// <param name="Tenure">Days since the first working day.</param>
/// <param name="Language">What they read.</param>
/// <param name="Zone">Where they work.</param>
/// <param name="Part">Key of the words on the sign-in page; null for people who only fill the teams.</param>
internal sealed record DemoPerson(string Key, string Name, string? LatinName, Role Roles, string? Team, int Tenure, string Language, string Zone, string? Part)
{
    public Guid Id => DemoOrganisation.IdOf(Key);

    public string Email => $"{Key}@{DemoOrganisation.Domain}";

    public bool Sells => Roles.HasFlag(Role.Rep);

    /// <summary>What leads may ask of them.</summary>
    public IEnumerable<(string Kind, string Value)> Tags => !Sells ? []
        : [("language", Team == "east" ? "zh" : "en"), .. Regions.Select(region => ("region", region))];

    // Lin Yue and Maya will open a region of their own: its leads wait until they are ready.
    private string[] Regions => (Team, Key) switch
    {
        ("east", "linyue") => ["east-china", "west-china"],
        ("east", _) => ["east-china"],
        (_, "maya") => ["uk-ireland", "northern-europe"],
        _ => ["uk-ireland"],
    };
}

/// <summary>The people of the demo, in two teams and both languages, at every stage of a seller's first year.</summary>
internal static class DemoOrganisation
{
    /// <summary>What everybody's address ends in.</summary>
    public const string Domain = "lanteng.example";

    /// <summary>The password of everybody, shown on the sign-in page. Production has neither the demo nor this.</summary>
    public const string Password = DemoCast.Password;

    private const string Shanghai = "Asia/Shanghai";
    private const string London = "Europe/London";

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("linyue", "林悦", "Lin Yue", Role.Rep, "east", 26, "zh-Hans", Shanghai, "cast.almost"),
        new("noah", "Noah Becker", null, Role.Rep, "west", 0, "en", London, "cast.first-day"),
        new("nana", "欧阳娜娜", "Ouyang Nana", Role.Rep, "east", 120, "zh-Hans", Shanghai, "cast.certified"),
        new("zoe", "Zoë O'Brien-Łukasiewicz", null, Role.Rep, "west", 150, "en", London, "cast.certified"),
        new("zhaolei", "赵磊", "Zhao Lei", Role.Rep, "east", 730, "zh-Hans", Shanghai, "cast.fading"),
        new("maya", "Maya Okafor", null, Role.Rep, "west", 33, "en", London, "cast.almost"),
        new("haoran", "林浩然", "Lin Haoran", Role.Rep, "east", 12, "zh-Hans", Shanghai, null),
        new("siqi", "王思琪", "Wang Siqi", Role.Rep, "east", 95, "zh-Hans", Shanghai, null),
        new("tom", "Tom Alvarez", null, Role.Rep, "west", 180, "en", London, null),
        new("jonas", "Jonas Weber", null, Role.Rep, "west", 8, "en", London, null),
        new("mingzhe", "周明哲", "Zhou Mingzhe", Role.Manager, null, 900, "zh-Hans", Shanghai, "cast.manager"),
        new("aisha", "Aisha Rahman", null, Role.Manager, null, 700, "en", London, "cast.manager"),
        new("sunjie", "孙洁", "Sun Jie", Role.Hr, null, 800, "zh-Hans", Shanghai, "cast.hr"),
        new("hannah", "Hannah Lind", null, Role.Author, null, 400, "en", London, "cast.author"),
        new("wutong", "吴桐", "Wu Tong", Role.SalesOps, null, 500, "zh-Hans", Shanghai, "cast.sales-ops"),
        new("fengya", "冯雅", "Feng Ya", Role.Finance, null, 650, "zh-Hans", Shanghai, "cast.finance"),
        new("priya", "Priya Nair", null, Role.Admin, null, 600, "en", London, "cast.admin"),
    ];

    public static IReadOnlyList<(string Key, string Name, string ChineseName, string Manager)> Teams { get; } =
    [
        ("east", "East China", "华东团队", "mingzhe"),
        ("west", "Western Europe", "西欧团队", "aisha"),
    ];

    public static IReadOnlyList<CastMember> Cast { get; } =
        [.. People.Where(person => person.Part is not null).Select(person => new CastMember(person.Name, person.LatinName, person.Email, person.Part!))];

    /// <summary>The same person has the same id in every demo, so that links and pictures keep.</summary>
    public static Guid IdOf(string key) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"demo:{key}")).AsSpan(0, 16));
}
