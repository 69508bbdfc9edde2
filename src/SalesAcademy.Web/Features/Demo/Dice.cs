using System.Buffers.Binary;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Chance that falls the same for the same seed and number, however many others were asked before: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class Dice(long seed, long number)
{
    private ulong state = Mixed((ulong)seed * 0x9E3779B97F4A7C15 ^ Mixed((ulong)number));

    /// <summary>A number in [0,1).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from one bound to below the other.</summary>
    public int Between(int from, int below) => from + (int)(Share() * (below - from));

    public T OneOf<T>(IReadOnlyList<T> many) => many[Between(0, many.Count)];

    /// <summary>An id ordered by its instant, as the academy makes them (RFC 9562, version 7).</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, new DateTimeOffset(at).ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Next() & 0x0FFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000000000000000 | (Next() >> 2));
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Next() => Mixed(state += 0x9E3779B97F4A7C15);

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
