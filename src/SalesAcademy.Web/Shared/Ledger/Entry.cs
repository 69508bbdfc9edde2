using System.Data.Common;
using System.Security.Cryptography;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>One command at work in the ledger: its fresh context, who acts, and the events it records.</summary>
public sealed class Entry
{
    private readonly Func<AcademyDb> open;
    private readonly List<IEvent> recorded = [];
    private AcademyDb? context;

    internal Entry(Act act, Func<AcademyDb> open, ITransaction transaction)
    {
        Act = act;
        this.open = open;
        Transaction = transaction;
    }

    /// <summary>Who acts, when and why.</summary>
    public Act Act { get; }

    /// <summary>A context on this transaction; opened at the first use, so that a command of one statement pays for none.</summary>
    public AcademyDb Db => context ??= open();

    internal ITransaction Transaction { get; }

    internal AcademyDb? OpenedDb => context;

    internal IReadOnlyList<IEvent> Recorded => recorded;

    internal string? ReasonHash { get; private set; }

    /// <summary>Records what has happened. Projections hear it in this transaction; listeners after the commit.</summary>
    public void Record(IEvent happened) => recorded.Add(happened);

    /// <summary>The sequence of the newest event, with the trunk held until the commit: what is decided now is decided as of it.</summary>
    public async Task<long> HoldTrunk() => (await Transaction.HoldHead()).Sequence;

    /// <summary>Holds named things (a rep's counters, a cell of the pool) until the commit, so that two commands about them take turns.</summary>
    public Task Hold(params IEnumerable<string> names) => Transaction.Hold(names);

    /// <summary>Holds whatever anybody else holds by name until the commit: for a command over so many that their names would fill the database's table of locks.</summary>
    public Task HoldEverything() => Transaction.HoldEverything();

    /// <summary>Runs one prepared statement in this transaction and returns the number of rows it hit.</summary>
    public int Execute(Statement statement, params ReadOnlySpan<object?> values) => Transaction.Execute(statement, values);

    /// <summary>Prepared reads as this transaction sees the rows, which what is still in memory is not among.</summary>
    internal IPreparedReads Reads => Transaction;

    /// <summary>Lets go of the rows in memory; they have been written.</summary>
    internal void Forget() => context?.ChangeTracker.Clear();

    /// <summary>A new id, ordered by the act's instant.</summary>
    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Act.At));

    /// <summary>Keeps a person's words in an erasable row; events made by this act carry only their salted hash.</summary>
    public Guid Say(string words, Guid about)
    {
        var row = new SpokenRow
        {
            Id = NewId(),
            About = about,
            Salt = RandomNumberGenerator.GetBytes(16),
            Words = words,
            At = Act.At,
        };
        ReasonHash = row.Hash();
        Db.Add(row);
        return row.Id;
    }
}
