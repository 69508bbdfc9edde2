using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Records;

/// <summary>Somebody being erased, in the transaction of a command.</summary>
/// <param name="Entry">The command at work.</param>
/// <param name="Person">Who.</param>
/// <param name="Pseudonym">What they are called from now on.</param>
internal sealed record Erased(Entry Entry, Guid Person, string Pseudonym)
{
    public AcademyDb Db => Entry.Db;

    /// <summary>What others may have called them in free text, as far as it is certain to mean them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>What a room takes away of a person in one of its tables. Done twice, it is done once.</summary>
/// <param name="Row">The table.</param>
/// <param name="Run">Takes it away.</param>
internal sealed record PersonErasure(Type Row, Func<Erased, Task> Run);

/// <summary>A table in which nothing names a person or is in their words: ids, days and figures, which stay under the pseudonym.</summary>
internal sealed record KeptOfErased(Type Row);

internal static class PersonErasureServices
{
    /// <summary>Takes something away of a person in this table when they are erased.</summary>
    public static IServiceCollection AddErasure<TRow>(this IServiceCollection services, Func<Erased, Task> erase)
        where TRow : class => services.AddSingleton(new PersonErasure(typeof(TRow), erase));

    /// <summary>Says that nothing in this table names a person or is in their words.</summary>
    public static IServiceCollection KeepsWhenErased<TRow>(this IServiceCollection services)
        where TRow : class => services.AddSingleton(new KeptOfErased(typeof(TRow)));
}
