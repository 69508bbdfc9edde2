namespace SalesAcademy.Web.Features.Demo;

/// <summary>A region that sellers of a generated organisation serve and its leads ask for.</summary>
/// <param name="Region">As leads are matched by it.</param>
/// <param name="Language">What its customers speak.</param>
/// <param name="Zone">Where its sellers work.</param>
/// <param name="Name">What its teams are called.</param>
/// <param name="ChineseName">The same in Chinese.</param>
internal sealed record GeneratedPlace(string Region, string Language, string Zone, string Name, string ChineseName)
{
    public string Reads => Language == "zh" ? "zh-Hans" : "en";

    public string Currency => Language == "zh" ? "CNY" : "USD";
}

/// <summary>Regions and names of a generated organisation. People and companies are made of parts, so that there are as many as are asked for.</summary>
internal static class GeneratedPlaces
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林"];
    private static readonly string[] GivenNames = ["敏", "静", "伟", "磊", "洋", "艳", "杰", "涛", "明哲", "思琪", "浩然", "子涵", "雨桐", "一诺", "欣怡", "俊熙"];
    private static readonly string[] FirstNames = ["Ada", "Ben", "Chloe", "David", "Emma", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kari", "Liam", "Maya", "Noah", "Olga", "Priya"];
    private static readonly string[] LastNames = ["Adeyemi", "Becker", "Costa", "Duarte", "Evans", "Fischer", "Grant", "Haddad", "Ivanova", "Jensen", "Khan", "Laine", "Moreau", "Novak", "Okafor", "Shah"];
    private static readonly string[] Trades = ["精密", "食品", "物流", "医械", "电气", "软件", "建材", "商贸"];
    private static readonly string[] Towns = ["苏州恒", "杭州青", "宁波海", "南京启", "无锡精", "成都锦", "重庆江", "合肥量"];
    private static readonly string[] Businesses = ["Logistics", "Foods", "Glass", "Freight", "Steelworks", "Dental Group", "Software", "Outdoor"];
    private static readonly string[] Brands = ["Kestrel", "Harbour", "Northgate", "Tilbury", "Bluepeak", "Fjordline", "Aurora", "Atlas"];

    public static IReadOnlyList<GeneratedPlace> All { get; } =
    [
        new("east-china", "zh", "Asia/Shanghai", "East China", "华东"),
        new("north-china", "zh", "Asia/Shanghai", "North China", "华北"),
        new("south-china", "zh", "Asia/Shanghai", "South China", "华南"),
        new("west-china", "zh", "Asia/Shanghai", "West China", "西部"),
        new("uk-ireland", "en", "Europe/London", "UK and Ireland", "英国与爱尔兰"),
        new("northern-europe", "en", "Europe/Paris", "Northern Europe", "北欧"),
        new("north-america", "en", "America/New_York", "North America", "北美"),
        new("asia-pacific", "en", "Asia/Singapore", "Asia Pacific", "亚太"),
    ];

    public static string Person(Dice dice, GeneratedPlace place) => place.Language == "zh"
        ? dice.OneOf(Surnames) + dice.OneOf(GivenNames)
        : $"{dice.OneOf(FirstNames)} {dice.OneOf(LastNames)}";

    public static string Company(Dice dice, GeneratedPlace place, int number) => place.Language == "zh"
        ? $"{dice.OneOf(Towns)}{dice.OneOf(GivenNames)}{dice.OneOf(Trades)} {number}"
        : $"{dice.OneOf(Brands)} {dice.OneOf(Businesses)} {number}";
}
