namespace SalesAcademy.Web.Shared.Access;

/// <summary>A role profile by which sellers are measured, named in the language being spoken.</summary>
/// <param name="Id">Such as sdr.</param>
/// <param name="Name">What people call it.</param>
public sealed record ProfileName(string Id, string Name);

/// <summary>The role profiles there are now. The policy that defines them is content, and whoever enters people need not know content.</summary>
public interface IRoleProfiles
{
    IReadOnlyList<ProfileName> All { get; }
}
