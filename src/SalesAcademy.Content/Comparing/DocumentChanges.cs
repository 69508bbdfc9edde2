using SalesAcademy.Content.Assembling;

namespace SalesAcademy.Content.Comparing;

/// <summary>What the documents outside the courses were changed in, competencies apart.</summary>
internal static class DocumentChanges
{
    private const string Competencies = "competencies.yml";

    public static IEnumerable<ContentChange> Between(Catalogue before, Catalogue after)
    {
        var (then, now) = (Documents(before), Documents(after));
        foreach (var change in ContentComparison.Each(ChangedThing.Document, then, now, (one, other) => Changes(one, other)))
            yield return change with { Thing = ThingOf(change.Id), Id = IdOf(change.Id) };
    }

    // A policy whose comments alone changed is put in force anew all the same: sales operations sees it, so it is told.
    private static (ChangeWeight Weight, IReadOnlyList<string> Details)? Changes(Part before, Part after) =>
        after.Content is OrganisationLogo ? (before.Hash == after.Hash ? null : (ChangeWeight.Minor, ["another picture"])) : SettingChanges.Between([before.Archive[^1]], [after.Archive[^1]]) ?? (Catalogue.IsPolicy(before.Key) && before.Hash != after.Hash ? (ChangeWeight.Minor, ["comments or form"]) : null);

    private static Dictionary<string, Part> Documents(Catalogue catalogue) =>
        catalogue.Parts.Where(part => part.Key != Competencies && !part.Key.StartsWith("courses/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private static ChangedThing ThingOf(string path) => path.Split('/')[0] switch
    {
        "certifications" => ChangedThing.Certification,
        "paths" => ChangedThing.Path,
        "rubrics" => ChangedThing.Rubric,
        "policies" => ChangedThing.Policy,
        _ => ChangedThing.Document,
    };

    private static string IdOf(string path) => ThingOf(path) is ChangedThing.Policy or ChangedThing.Document ? path : Path.GetFileNameWithoutExtension(path);
}
