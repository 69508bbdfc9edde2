using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Domain.Leads;

/// <summary>A seller's place in the turn: whoever has had least for the own weight comes next. Stride scheduling with the half-stride midpoint, which shares out as Webster and Sainte-Lague do; whole numbers only (model.md section 6).</summary>
/// <param name="VirtualTime">vt, what the seller has had, in millionths of a lead per weight.</param>
/// <param name="LastSequence">When the seller last won; 0 for never.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stride(long VirtualTime, long LastSequence)
{
    private const long Scale = 1_000_000;

    /// <summary>The first part of the key; the least wins. The weight is at least 1.</summary>
    public long Key(int weight) => checked(VirtualTime + Scale / (2 * (long)weight));

    /// <summary>The place after winning a lead of a size (at least 1).</summary>
    public Stride AfterWin(int size, int weight, long sequence) => new(checked(VirtualTime + Scale * size / weight), sequence);

    /// <summary>The place of somebody who joins, returns or changes cell: nobody catches up on turns missed.</summary>
    public Stride NotBefore(long cellTime) => this with { VirtualTime = Math.Max(VirtualTime, cellTime) };

    /// <summary>The last part of the key, fixed by policy and person: the first 16 hex digits of SHA-256 of "seed|id", as a number.</summary>
    public static ulong Tie(string seed, string id) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "|" + id)));
}

/// <summary>A seller who passed every rule, with the key that gave the rank.</summary>
/// <param name="Person">Who.</param>
/// <param name="Key">vt + SCALE div 2w.</param>
/// <param name="LastSequence">When the seller last won.</param>
/// <param name="Tie">The fixed last part of the key.</param>
/// <param name="VirtualTime">vt before this lead.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(Guid Person, long Key, long LastSequence, ulong Tie, long VirtualTime)
{
    /// <summary>The tie as the 16 hex digits that are recorded.</summary>
    public string TieText => Tie.ToString("x16", CultureInfo.InvariantCulture);
}
