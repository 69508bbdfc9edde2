using System.Collections.Concurrent;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What an edition of a question asks, by the hash of the edition: found in what is taught now or, where it has changed since, in the catalogue it was asked from.</summary>
internal sealed class QuestionMatters(Library library)
{
    private readonly ConcurrentDictionary<string, string> ofEdition = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> read = new(StringComparer.Ordinal);

    /// <summary>Null when no catalogue that was kept has this edition.</summary>
    public string? Of(GradedAnswer answer, string contentHash)
    {
        if (ofEdition.TryGetValue(answer.Edition, out var matter))
            return matter;
        Read(library.Now);
        if (!ofEdition.ContainsKey(answer.Edition) && !read.ContainsKey(contentHash) && library.At(contentHash) is { } then)
            Read(then);
        return ofEdition.GetValueOrDefault(answer.Edition);
    }

    private void Read(Catalogue catalogue)
    {
        // Called read once it is: whoever asks meanwhile reads it as well, and finds what they ask for.
        if (read.ContainsKey(catalogue.Hash))
            return;
        foreach (var family in catalogue.Families.Values)
            ofEdition.TryAdd(family.Hash, QuestionMatter.Of(family));
        read.TryAdd(catalogue.Hash, true);
    }
}
