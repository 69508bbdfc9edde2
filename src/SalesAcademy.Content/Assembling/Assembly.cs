namespace SalesAcademy.Content.Assembling;

/// <summary>
/// Puts the parts together so that everything named exists. What does not fit steps back to its previous version; if that does
/// not fit either, what it needs steps back; only then is it left out. Every step is towards the previous catalogue, so it ends.
/// </summary>
internal static class Assembly
{
    /// <param name="parts">What compiled, or its previous version; changed in place to what is published.</param>
    /// <param name="previous">What may be stepped back to.</param>
    /// <param name="broken">Parts whose own errors are told already: that they are missing elsewhere is no news.</param>
    /// <param name="problems">Where faults are reported.</param>
    public static Catalogue? Assemble(Dictionary<string, Part> parts, Catalogue? previous, IReadOnlyCollection<string> broken, Problems problems)
    {
        while (true)
        {
            var catalogue = new Catalogue(parts);
            var faults = CrossCheck.Faults(catalogue).ToArray();
            problems.Take(faults.Where(fault => !IsOld(fault.Owner) && !broken.Contains(fault.Target)).Select(fault => fault.Problem).Except(problems.Found));
            if (faults.Length == 0)
                return catalogue;
            if (previous is null)
                return null;
            foreach (var fault in faults.DistinctBy(fault => fault.Owner.Key, StringComparer.Ordinal))
                StepBack(fault);
        }

        bool IsOld(Part part) => previous?.Parts.GetValueOrDefault(part.Key) is { } old && ReferenceEquals(old, part);

        void StepBack(CrossFault fault)
        {
            var target = parts.GetValueOrDefault(fault.Target);
            if (!IsOld(fault.Owner) && previous.Parts.TryGetValue(fault.Owner.Key, out var own))
                parts[fault.Owner.Key] = own;
            else if (IsOld(fault.Owner) && previous.Parts.TryGetValue(fault.Target, out var needed) && !ReferenceEquals(needed, target))
                parts[fault.Target] = needed;
            else
                parts.Remove(fault.Owner.Key);
        }
    }
}
