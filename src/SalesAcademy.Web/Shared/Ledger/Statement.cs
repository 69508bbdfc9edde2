namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>A statement with numbered parameters @p0, @p1, …, prepared once per connection and known there by itself, not by its text.</summary>
public sealed class Statement(string sql)
{
    /// <summary>The text, understood by SQLite and PostgreSQL alike.</summary>
    public string Sql => sql;
}
