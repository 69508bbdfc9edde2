using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>A room that puts what a person learns into an order.</summary>
public interface IStepOrder
{
    /// <summary>What is closed to a person, each with what has to be reached first. Read from the given context, so that a command decides on fresh rows.</summary>
    Task<IReadOnlyDictionary<Milestone, Milestone>> Closed(AcademyDb db, Guid person, CancellationToken cancellation = default);

    /// <summary>Of many people at once what is closed to them, each with all that has to be reached first, in order; in one query. Nobody to whom everything is open is in it.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>>>> Before(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default);
}
