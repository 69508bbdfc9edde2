using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Documents;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content;

/// <summary>Turns a folder of text files into a catalogue. Pure: the same files give the same hash, and bad input gives problems, never an exception.</summary>
public static class ContentCompiler
{
    private static readonly (string Path, bool Required, Func<YamlFile, object> Read)[] Files =
    [
        ("academy.yml", true, AcademyReader.Academy),
        ("competencies.yml", true, AcademyReader.Competencies),
        ("glossary.yml", false, AcademyReader.Glossary),
        ("playbook.yml", false, PlaybookReader.Read),
        ("policies/readiness.yml", true, ReadinessPolicyReader.Read),
        ("policies/leads.yml", true, LeadPolicyReader.Read),
        (Catalogue.PoolsFile, false, PoolReader.Read),
        (Catalogue.CoachingFile, false, CoachingPolicyReader.Read),
    ];

    private static readonly (string Path, Func<YamlFile, object> Read)[] Folders =
    [
        ("certifications", CertificationReader.Certification),
        ("designs", DesignReader.Design),
        ("paths", ProgrammeReader.LearningPath),
        ("rubrics", ProgrammeReader.Rubric),
    ];

    /// <summary>Compiles the folder.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="previous">
    /// Null: all or nothing, as `content check` wants it. A catalogue: each course and document that is broken is taken from it, so the
    /// running site keeps the last good version; <see cref="Catalogue.Empty"/> at first start.
    /// </param>
    /// <param name="cancellation">Stops early with <see cref="OperationCanceledException"/>.</param>
    public static CompileResult Compile(string folder, Catalogue? previous = null, CancellationToken cancellation = default) =>
        Compile(folder, previous, CompileLimits.Standard, cancellation);

    /// <summary>
    /// The catalogue of these courses and documents under other policies than stand beside them: those in force, while changed ones wait to be
    /// activated. Where something the policies name is gone, it is kept as in the previous catalogue.
    /// </summary>
    /// <param name="saved">What compiled.</param>
    /// <param name="policies">The policies, as <see cref="Catalogue.Policies"/> gave them once.</param>
    /// <param name="previous">What was taught until now, or a catalogue that has all they name.</param>
    public static CompileResult Under(Catalogue saved, IReadOnlyList<ArchiveEntry> policies, Catalogue previous)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(policies);
        var (problems, parts) = (new Problems(""), new Dictionary<string, Part>(saved.Parts, StringComparer.Ordinal));
        foreach (var (path, required, read) in Files.Where(file => Catalogue.IsPolicy(file.Path)))
            if (!required && policies.Count > 0 && policies.All(policy => policy.Path != path))
                parts.Remove(path);
            else if (policies.FirstOrDefault(policy => policy.Path == path) is not { } policy || policy.Hash == parts.GetValueOrDefault(path)?.Hash)
                continue;
            else if (previous.Parts.GetValueOrDefault(path) is { } known && known.Hash == policy.Hash)
                parts[path] = known;
            else
            {
                var folder = new ContentFolder(".", new Dictionary<string, byte[]>(StringComparer.Ordinal) { [path] = policy.Bytes.ToArray() });
                if (Read(path, own => YamlFile.Read(folder, path, own, read)).Part is { } part)
                    parts[path] = part;
            }
        var catalogue = Assembly.Assemble(parts, previous, [], problems)!; // never null with a previous one
        return new(catalogue, [.. problems.Found], [.. parts.Where(part => !Catalogue.IsPolicy(part.Key) && part.Value.Hash != saved.Parts.GetValueOrDefault(part.Key)?.Hash).Select(part => part.Key).Order(StringComparer.Ordinal)]);
    }

    internal static CompileResult Compile(string folder, Catalogue? previous, CompileLimits limits, CancellationToken cancellation) =>
        Compile(new ContentFolder(folder), previous, limits, cancellation);

    internal static CompileResult Compile(ContentFolder content, Catalogue? previous, CompileLimits limits, CancellationToken cancellation)
    {
        var problems = new Problems("");
        var (parts, seen) = (new Dictionary<string, Part>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (path, required, read) in Files)
            if (content.Exists(path))
                Add(path, own => YamlFile.Read(content, path, own, read));
            else if (required)
                Add(path, own => Absent(path, own));
        // That of the academy as it will be: as it was, where it is broken now.
        if (((parts.GetValueOrDefault("academy.yml") ?? previous?.Parts.GetValueOrDefault("academy.yml"))?.Content as Academy)?.Logo is { } logo && content.Exists(logo))
            Add(logo, own => LogoReader.Read(content, logo, own));
        foreach (var (path, read) in Folders)
            foreach (var name in content.Names(path, problems.At(path)))
                if (name.EndsWith(".yml", StringComparison.Ordinal) && Fields.IsId(name[..^4]))
                    Add($"{path}/{name}", own => YamlFile.Read(content, own.File, own, read));
                else
                    problems.At($"{path}/{name}").Error(0, "file-name.document");
        // Nearly all that is read, and each on its own: side by side, then taken in their order.
        var courses = content.Names("courses", problems.At("courses"));
        var compiled = new (Part? Part, Problems Own)[courses.Count];
        Parallel.For(0, courses.Count, new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => compiled[i] = Course(content, courses[i], previous, limits, cancellation));
        foreach (var (id, course) in courses.Zip(compiled))
            Take($"courses/{id}", course);
        Strangers(content, seen, problems);

        var wasBroken = seen.Where(key => !parts.ContainsKey(key)).ToArray();
        foreach (var key in wasBroken)
            if (previous?.Parts.TryGetValue(key, out var old) == true)
                parts[key] = old;
        var fresh = new Dictionary<string, Part>(parts, StringComparer.Ordinal);
        var catalogue = Assembly.Assemble(parts, previous, wasBroken.ToHashSet(StringComparer.Ordinal), problems);
        if (catalogue is not null)
            problems.Take(CrossCheck.Doubts(catalogue));
        var kept = wasBroken.Concat(parts.Keys.Union(fresh.Keys, StringComparer.Ordinal).Where(key => parts.GetValueOrDefault(key)?.Hash != fresh.GetValueOrDefault(key)?.Hash));
        return new(
            previous is null && problems.HasErrors ? null : catalogue,
            [.. problems.Found.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)],
            [.. kept.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

        void Add(string key, Func<Problems, Part?> read)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(key, Read(key, read));
        }

        void Take(string key, (Part? Part, Problems Own) read)
        {
            seen.Add(key);
            if (read.Part is { } part)
                parts[key] = part;
            problems.Take(read.Own.Found);
        }
    }

    // A folder that lies as it did, and is not to be otherwise, is not read again. The part is a copy all the same: that it is served already says nothing of what it refers to now.
    private static (Part? Part, Problems Own) Course(ContentFolder content, string id, Catalogue? previous, CompileLimits limits, CancellationToken cancellation)
    {
        var key = $"courses/{id}";
        var stamp = content.IsPlanned(key) ? null : FolderStamp.Of(content.Full(key));
        if (stamp is not null && previous?.Parts.GetValueOrDefault(key) is { Read: { } before } known && before.Stamp == stamp)
        {
            var told = new Problems(key);
            told.Take(before.Warnings);
            return (known with { }, told);
        }
        var (part, found) = Read(key, own => CourseReader.Read(content, id, limits, own, cancellation));
        return (stamp is null || part is null ? part : part with { Read = (stamp, found.Found) }, found);
    }

    private static (Part? Part, Problems Own) Read(string key, Func<Problems, Part?> read)
    {
        var own = new Problems(key);
        try
        {
            return (read(own), own);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault of ours that some input found; it must not take the other courses down, and its author should know where.
            own.Error(0, "compiler-fault", (problem.InnerException ?? problem).GetType().Name);
            return (null, own);
        }
    }

    private static Part? Absent(string path, Problems problems)
    {
        problems.Error(0, "file-missing", path);
        return null;
    }

    private static void Strangers(ContentFolder content, IReadOnlySet<string> seen, Problems problems)
    {
        string[] known = [.. seen, .. Files.Select(file => file.Path), .. Folders.Select(folder => folder.Path), "courses", "policies"];
        foreach (var path in content.Names("", problems).Concat(content.Names("policies", problems.At("policies")).Select(name => $"policies/{name}")).Where(path => !known.Contains(path, StringComparer.Ordinal)))
            problems.At(path).Warn(0, "file-unknown.academy");
    }
}
