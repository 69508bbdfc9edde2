using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>Which view components the house has, so that a page can leave a place empty instead of failing when a room is not there.</summary>
internal sealed class Mounts(IViewComponentSelector components)
{
    public bool Has(string name) => components.SelectComponent(name) is not null;
}
