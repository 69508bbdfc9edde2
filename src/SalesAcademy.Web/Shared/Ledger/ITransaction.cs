using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>What an entry needs of the database beneath it, alike on SQLite and PostgreSQL.</summary>
internal interface ITransaction : IPreparedReads
{
    /// <summary>The newest event, locked until the commit.</summary>
    Task<TrunkHead> HoldHead();

    /// <summary>The head as it will be after this command.</summary>
    void MoveHead(TrunkHead head);

    /// <summary>Named things, locked until the commit, in an order of their own so that two commands never wait for each other.</summary>
    Task Hold(IEnumerable<string> names);

    /// <summary>All that anybody holds by name, locked until the commit.</summary>
    Task HoldEverything();

    int Execute(Statement statement, ReadOnlySpan<object?> values);
}

internal readonly record struct TrunkHead(long Sequence, string Hash);
