using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SalesAcademy.Web.Data;

/// <summary>Has SQLite overwrite what is deleted: an address or the hash of a password must not stay in a page of the file that is free.</summary>
internal sealed class OverwritesWhatIsDeleted : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA secure_delete=ON;";
        pragma.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
