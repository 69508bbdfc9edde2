namespace SalesAcademy.Content;

/// <summary>What a pool of leads is called.</summary>
/// <param name="Id">As the lead policy names it.</param>
/// <param name="Name">In both languages.</param>
public sealed record PoolName(string Id, Localised<string> Name);
