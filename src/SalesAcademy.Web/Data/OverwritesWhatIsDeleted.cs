using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SalesAcademy.Web.Data;

/// <summary>A connection whose deleted rows are overwritten in the file: who is erased, or changes a password, is in no free page of it.</summary>
internal sealed class OverwritesWhatIsDeleted : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA secure_delete=ON";
        pragma.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
