using System.Text.RegularExpressions;
using SalesAcademy.Content.Assembling;

namespace SalesAcademy.Content.Markup;

/// <summary>Decides where a link may lead: https, mailto, a lesson, an anchor. Everything else is an error and is shown as plain text.</summary>
internal sealed partial class Links(MarkupContext context)
{
    /// <summary>The attributes of the link element, or null.</summary>
    public string? Check(string? url, int line)
    {
        url ??= "";
        if (url.Length > 2000 || url.Any(c => c <= ' ' || c is '\\' or '"' or '<' or '>' || char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format))
            return Refuse(line, "link-form.characters");
        if (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "https" && address.Host.Length > 0 && address.UserInfo.Length == 0
                ? $"href=\"{Flow.Escape(address.AbsoluteUri)}\" rel=\"noopener nofollow\""
                : Refuse(line, "link-form.address");
        if (Mail().IsMatch(url))
            return $"href=\"{Flow.Escape(url)}\"";
        if (url.StartsWith('#') && url.Length > 1)
        {
            var anchor = Uri.UnescapeDataString(url[1..]);
            context.Anchors.Add((anchor, line));
            return $"href=\"#{Slugs.Prefix}{Flow.Escape(Uri.EscapeDataString(anchor))}\"";
        }
        if (LessonFile().Match(url) is { Success: true } file)
            return file.Groups["locale"].Value == context.Locale
                ? Lesson(context.Course, file.Groups["lesson"].Value, file.Groups["anchor"].Value, line)
                : Refuse(line, "link-locale", context.Locale);
        if (LessonPage().Match(url) is { Success: true } page)
            return Lesson(page.Groups["course"].Value, page.Groups["lesson"].Value, page.Groups["anchor"].Value, line);
        return Refuse(line, "link-target", (url.Length > 60 ? url[..60] + "…" : url));
    }

    private string Lesson(string course, string lesson, string anchor, int line)
    {
        var plain = anchor.Length > 0 ? Uri.UnescapeDataString(anchor) : null;
        context.References.Add(lesson.Length == 0
            ? new(ReferenceKind.Course, course, context.Problems.File, line)
            : new(ReferenceKind.Lesson, $"{course}/{lesson}", context.Problems.File, line) { Anchor = plain, Locale = context.Locale });
        var path = lesson.Length == 0 ? $"/courses/{course}" : $"/courses/{course}/{lesson}";
        return $"href=\"{path}{(plain is null ? "" : $"#{Slugs.Prefix}{Flow.Escape(Uri.EscapeDataString(plain))}")}\"";
    }

    private string? Refuse(int line, string key, params object[] arguments)
    {
        context.Problems.Error(line, key, arguments);
        return null;
    }

    [GeneratedRegex(@"^mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^\.\./(?<locale>en|zh-Hans)/[0-9]+-(?<lesson>[a-z0-9-]+)\.md(#(?<anchor>[^#]+))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex LessonFile();

    [GeneratedRegex(@"^/courses/(?<course>[a-z0-9-]+)(/(?<lesson>[a-z0-9-]+)(#(?<anchor>[^#]+))?)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex LessonPage();
}
