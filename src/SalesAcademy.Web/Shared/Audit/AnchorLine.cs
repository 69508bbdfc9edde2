using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>One line of the anchor: how far the trunk had come at an instant, and its hash there.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="IsRestored">Whether a backup was restored then: lines before it that reach further tell of events that are lost since.</param>
/// <param name="Head">The newest event and its hash.</param>
/// <param name="Seal">SHA-256 over the seal of the line before and this line, so that no line can be changed or left out.</param>
internal sealed record AnchorLine(DateTime At, bool IsRestored, TrunkHead Head, string Seal)
{
    private const string Anchored = "anchored";
    private const string Restored = "restored";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The seal before the first line.</summary>
    public static string FirstSeal => EventTrunk.Root;

    public static AnchorLine After(string seal, DateTime at, bool isRestored, TrunkHead head) => new(at, isRestored, head, SealOf(seal, at, isRestored, head));

    /// <summary>Null for a text that is no such line.</summary>
    public static AnchorLine? Parse(string text) =>
        text.Split(' ') is [var at, (Anchored or Restored) and var kind, var sequence, { Length: 64 } hash, { Length: 64 } seal]
        && DateTime.TryParseExact(at, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AnchorLine(instant, kind == Restored, new TrunkHead(number, hash), seal)
            : null;

    public bool Follows(string seal) => Seal == SealOf(seal, At, IsRestored, Head);

    public override string ToString() => $"{Said(At, IsRestored, Head)} {Seal}";

    private static string SealOf(string before, DateTime at, bool isRestored, TrunkHead head) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{before} {Said(at, isRestored, head)}")));

    private static string Said(DateTime at, bool isRestored, TrunkHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToString(Instant, CultureInfo.InvariantCulture)} {(isRestored ? Restored : Anchored)} {head.Sequence} {head.Hash}");
}
