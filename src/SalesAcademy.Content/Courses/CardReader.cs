using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;

namespace SalesAcademy.Content.Courses;

/// <summary>The battle card of a course, both languages laid together; a course may have none.</summary>
internal sealed record CardReader(Localised<BattleCard>? Card, IReadOnlyList<ArchiveEntry> Archive, IReadOnlyList<Reference> References)
{
    public const string Name = "battle-card.md";

    // A page printed in two columns holds about so much.
    private const int MostMinutes = 3;

    public static CardReader Read(CourseScope scope, IReadOnlyDictionary<string, IReadOnlyList<string>> names, Problems problems)
    {
        var (archive, references) = (new List<ArchiveEntry>(), new List<Reference>());
        if (!names.Values.Any(files => files.Contains(Name, StringComparer.Ordinal)))
            return new(Card: null, [], []);
        var (english, chinese) = (Text(Locales.English), Text(Locales.Chinese));
        if (english is not null && chinese is not null && !english.Levels.SequenceEqual(chinese.Levels))
            problems.At(chinese.File).Warn(0, "card-locales-headings");
        return new(english is null && chinese is null ? null : new(english, chinese), archive, references);

        BattleCard? Text(string locale)
        {
            var path = $"{scope.Path}/{locale}/{Name}";
            if (!names[locale].Contains(Name, StringComparer.Ordinal))
            {
                problems.At(path).Warn(0, "locale-missing.card");
                return null;
            }
            return scope.Compile<BattleCard>(path, problems, (file, own) => Compile(file, locale, own));
        }

        BattleCard? Compile(MarkdownFile file, string locale, Problems own)
        {
            var (title, summary) = (file.Front.Text("title"), file.Front.Text("summary"));
            file.Front.Finish();
            if (SafeMarkdown.Parse(file.Body, quiz: false, file.BodyLine, own) is not { } document)
                return null;
            var context = scope.Markup(file, locale, own, anchored: true);
            var writer = new BlockWriter(context);
            writer.Write(document);
            var blocks = context.Blocks!.Blocks; // anchored above
            if (blocks.Count == 0)
                own.Error(file.BodyLine, "card-empty");
            foreach (var (anchor, line) in context.Anchors)
                if (!writer.Outline.Any(heading => heading.Id == Slugs.Prefix + anchor))
                    own.Error(line, "link-anchor.card", anchor);
            if (ReadingTime.Minutes(blocks) > MostMinutes)
                own.Warn(file.BodyLine, "card-long");
            archive.Add(file.Source.Entry);
            references.AddRange(context.References);
            return new()
            {
                Title = title,
                Summary = summary,
                Html = writer.Html,
                Plain = string.Join('\n', blocks.Select(block => block.Text)),
                File = file.Source.Path,
                Hash = file.Source.Hash,
                Levels = [.. writer.Outline.Select(heading => heading.Level)],
            };
        }
    }
}
