using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace SalesAcademy.Web.Data;

/// <summary>What a database does with text in a query. Written as C# it would ask for a culture or a comparison, of which a database knows nothing.</summary>
public static class SqlText
{
    /// <summary>The text in small letters, as the database makes them.</summary>
    public static string Lower(string text) => throw InQueriesOnly(text);

    /// <summary>Whether a text comes after another in the order of the column.</summary>
    public static bool IsAfter(string text, string other) => throw InQueriesOnly(text + other);

    internal static void Map(ModelBuilder model)
    {
        model.HasDbFunction(((Func<string, string>)Lower).Method).HasName("lower").IsBuiltIn();
        model.HasDbFunction(((Func<string, string, bool>)IsAfter).Method)
            .HasTranslation(texts => new SqlBinaryExpression(ExpressionType.GreaterThan, texts[0], texts[1], typeof(bool), typeMapping: null));
    }

    private static InvalidOperationException InQueriesOnly(string text) => new($"Said of '{text}' outside of a query.");
}
