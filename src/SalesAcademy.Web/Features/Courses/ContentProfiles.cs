using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>The role profiles of the readiness policy being taught now.</summary>
internal sealed class ContentProfiles(Library library) : IRoleProfiles
{
    public IReadOnlyList<ProfileName> All => [.. library.Now.Roles.Select(role => new ProfileName(role.Id, role.Name.In(ReaderLanguage.Current).Value))];
}
