namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>The door plate of a room: what it is for, whom it may visit, what it listens to, and how it is set up.</summary>
public interface IRoom
{
    /// <summary>One sentence of purpose.</summary>
    string Purpose { get; }

    /// <summary>The plates of the rooms it may enter, each by its front doors.</summary>
    IReadOnlyList<Type> Uses { get; }

    /// <summary>The event records it listens to, of any room.</summary>
    IReadOnlyList<Type> Hears { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Routes beyond its controllers, such as a hub.</summary>
    void Map(IEndpointRouteBuilder routes)
    {
    }
}
