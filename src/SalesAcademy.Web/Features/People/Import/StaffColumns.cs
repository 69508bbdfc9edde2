using System.Text;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>The columns of a sheet of people and the few words that may stand in some: by their key, and by their name in either language.</summary>
internal sealed class StaffColumns(IStringLocalizer<Words> words, IStringLocalizer<HouseWords> house, IRoleProfiles profiles)
{
    public const string Email = "email";
    public const string Name = "name";
    public const string LatinName = "latin-name";
    public const string Team = "team";
    public const string Profile = "profile";
    public const string Roles = "roles";
    public const string Manages = "manages";
    public const string HiredOn = "hired";
    public const string Language = "language";
    public const string Zone = "zone";
    public const string Status = "status";

    /// <summary>In a cell: nothing of the kind, where an empty one means as it is.</summary>
    public const string Nothing = "-";

    public const string Here = "here";
    public const string Leaves = "leaves";

    /// <summary>In the order of the template.</summary>
    public static readonly IReadOnlyList<string> All = [Email, Name, LatinName, Team, Profile, Roles, Manages, HiredOn, Language, Zone, Status];

    private readonly Lazy<Dictionary<string, string>> columns = new(() => SheetNames.Of(All, key => words[$"sheet.{key}"]));
    private readonly Lazy<Dictionary<string, string>> roles = new(() => SheetNames.Of([.. Enum.GetValues<Role>().Where(role => role != Role.None).Select(role => role.ToString())], role => house[$"role.{role}"]));
    private readonly Lazy<Dictionary<string, string>> statuses = new(() => SheetNames.Of([Here, Leaves], status => words[$"status.{status}"]));
    // Beside their names here, what people call them elsewhere.
    private readonly Lazy<Dictionary<string, string>> languages = new(() => new(SheetNames.Of([ReaderLanguage.English, ReaderLanguage.Chinese], language => words[$"language.{language}"]), StringComparer.Ordinal)
    {
        [SheetNames.Normal("英语")] = ReaderLanguage.English,
        [SheetNames.Normal("简体中文")] = ReaderLanguage.Chinese,
        [SheetNames.Normal("汉语")] = ReaderLanguage.Chinese,
    });

    public string NameOf(string key) => words[$"sheet.{key}"];

    public string? Find(string heading) => columns.Value.GetValueOrDefault(SheetNames.Normal(heading));

    public Role? RoleOf(string cell) => roles.Value.TryGetValue(SheetNames.Normal(cell), out var role) ? Enum.Parse<Role>(role) : null;

    public string? StatusOf(string cell) => statuses.Value.GetValueOrDefault(SheetNames.Normal(cell));

    public string? LanguageOf(string cell) => languages.Value.GetValueOrDefault(SheetNames.Normal(cell));

    /// <summary>The profile by its id or its name in either language.</summary>
    public string? ProfileOf(string cell) => ProfileNames.GetValueOrDefault(SheetNames.Normal(cell));

    // Profiles are content and may change while the academy serves.
    private Dictionary<string, string> ProfileNames => SheetNames.Of([.. profiles.All.Select(profile => profile.Id)], id => profiles.All.First(profile => profile.Id == id).Name);
}
