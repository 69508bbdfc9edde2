namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>Work of a start that takes long and needs nothing but the settings, so that it goes on beside the rest.</summary>
internal interface IWarmUp
{
    /// <summary>Begins and returns at once; whoever needs what is being made waits for it, and meets what it failed with.</summary>
    void Begin();
}
