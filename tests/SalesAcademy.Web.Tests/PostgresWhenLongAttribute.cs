using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SalesAcademy.Web.Tests;

/// <summary>
/// The same on PostgreSQL with <c>tests/run --long</c>: for what goes through the one model of both stores. Races, statements of one's own and
/// migrations run on both at every commit.
/// </summary>
/// <param name="more">What the test takes beside the store.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresWhenLongAttribute(params object?[]? more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new(Thorough.IsAsked ? [new TheoryDataRow([Store.Postgres, .. more ?? [null]])] : []);

    public override bool SupportsDiscoveryEnumeration() => true;
}
