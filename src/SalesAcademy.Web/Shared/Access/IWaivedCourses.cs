using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>A room that keeps which courses are not asked of somebody.</summary>
public interface IWaivedCourses
{
    /// <summary>The courses whose lessons are not asked of a person today. Read from the given context, so that a command decides on fresh rows.</summary>
    Task<IReadOnlySet<string>> Of(AcademyDb db, Guid person, CancellationToken cancellation = default);
}
