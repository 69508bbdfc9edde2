using System.Globalization;
using Markdig.Syntax.Inlines;
using SalesAcademy.Content.Courses.Recordings;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Content.Markup;

/// <summary>Writes a video or a sound of the course's assets with its captions, and below it what is said.</summary>
internal sealed class RecordingWriter(MarkupContext context, BlockWriter blocks)
{
    private static readonly string[] Stills = [".webp", ".png", ".jpg"];

    public static bool IsRecording(string? url) => url is not null && RecordingFiles.IsPlayed(url);

    public void Write(LinkInline link)
    {
        var line = context.Line(link.Line);
        var title = BlockIds.Fold(blocks.Inlines.Write(link).Text);
        var name = Images.NameOf(link.Url);
        if (context.Recordings is null)
            context.Problems.Error(line, "recording-place.lesson");
        else if (title.Length == 0 || title == name)
            context.Problems.Error(line, "recording-title");
        else if (name is null || !context.Assets.TryGetValue(name, out var recording))
            context.Problems.Error(line, "recording-missing");
        else
            Write(recording, title, line);
    }

    private void Write(CourseAsset recording, string title, int line)
    {
        var (stem, isOfOneLanguage) = Stem(recording.Name);
        var isHeard = RecordingFiles.IsHeard(recording.Name);
        var captions = isHeard ? null : Words(stem, context.Locale, ".vtt");
        var transcript = Words(stem, context.Locale, ".txt") ?? Words(stem, context.Locale, ".vtt");
        if (!isHeard && captions is null)
            context.Problems.Error(line, "recording-captions", $"assets/{stem}.{context.Locale}.vtt");
        if (transcript is null)
            context.Problems.Error(line, "recording-transcript", $"assets/{stem}.{context.Locale}.txt", ".vtt");
        if (transcript is null || (!isHeard && captions is null))
            return;
        CourseAsset[] tracks = [.. Tracks(captions, stem, isOfOneLanguage)];
        context.Recordings!.Add(new(recording.Name, recording.Hash[..16], title) { Files = [.. ((CourseAsset[])[recording, .. tracks, transcript]).Distinct()] }); // asked by the caller
        Player(recording, title, tracks, isHeard);
        Transcript(transcript, title);
        blocks.Raw("</figure>\n");
    }

    private void Player(CourseAsset recording, string title, CourseAsset[] tracks, bool isHeard)
    {
        var kind = isHeard ? "audio" : "video";
        blocks.Raw($"<figure class=\"recording\" data-recording=\"{Flow.Escape(recording.Name)}\">\n");
        blocks.Raw($"<{kind} controls preload=\"metadata\" src=\"{Flow.Escape(recording.Url)}\" aria-label=\"{Flow.Escape(title)}\"{(isHeard ? "" : " playsinline")}{Still(recording.Name)}>\n");
        for (var i = 0; i < tracks.Length; i++)
        {
            var (language, label) = tracks[i].Name.EndsWith($".{Locales.Chinese}.vtt", StringComparison.Ordinal) ? (Locales.Chinese, "中文") : (Locales.English, "English");
            blocks.Raw($"<track kind=\"captions\" src=\"{Flow.Escape(tracks[i].Url)}\" srclang=\"{language}\" label=\"{label}\"{(i == 0 ? " default" : "")}>\n");
        }
        blocks.Raw($"</{kind}>\n<figcaption><span class=\"recording-kind\">{(isHeard ? context.Say("Audio", "音频") : context.Say("Video", "视频"))}</span> ");
        var name = new Flow();
        name.Say(title);
        blocks.Passage("span", name);
        blocks.Raw("</figcaption>\n");
        var lost = context.Say("It cannot be played here just now: playing needs a connection and a browser that knows its format. What is said stands below.", "此处暂时无法播放：播放需要联网，也需要浏览器支持该格式。内容的文字稿见下方。");
        blocks.Raw($"<p class=\"recording-lost\">{lost}</p>\n");
    }

    private void Transcript(CourseAsset transcript, string title)
    {
        blocks.Raw($"<p class=\"transcript-label\">{context.Say("Transcript", "文字稿")}</p>\n");
        blocks.Raw($"<div class=\"transcript\" tabindex=\"0\" role=\"region\" aria-label=\"{context.Say("Transcript: ", "文字稿：")}{Flow.Escape(title)}\">\n<ol>\n");
        foreach (var line in transcript.Lines!) // captions and transcripts have them
        {
            blocks.Raw("<li>");
            if (line.At is { } at)
                blocks.Raw(string.Create(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"seek num\" data-at=\"{at:0.###}\" aria-label=\"{context.Say("Play from ", "播放位置：")}{PlayingTime.Written((int)at)}\" hidden>{PlayingTime.Written((int)at)}</button>"));
            var flow = new Flow();
            if (line.Speaker.Length > 0)
            {
                flow.Tag("<b>");
                flow.Say(line.Speaker + context.Say(":", "："));
                flow.Tag("</b>");
                flow.Say(context.Say(" ", ""));
            }
            flow.Say(line.Words);
            blocks.Passage("p", flow);
            blocks.Raw("</li>\n");
        }
        blocks.Raw("</ol>\n</div>\n");
    }

    // In the reader's language first; in the other as well where both see the same pictures.
    private IEnumerable<CourseAsset> Tracks(CourseAsset? captions, string stem, bool isOfOneLanguage)
    {
        if (captions is null)
            yield break;
        yield return captions;
        foreach (var other in Locales.All.Where(locale => locale != context.Locale && !isOfOneLanguage).Select(locale => Words(stem, locale, ".vtt")).OfType<CourseAsset>())
            yield return other;
    }

    private string Still(string recording)
    {
        var stem = Path.GetFileNameWithoutExtension(recording);
        return Stills.Select(extension => context.Assets.GetValueOrDefault(stem + extension)).OfType<CourseAsset>().FirstOrDefault() is { } still
            ? $" poster=\"{Flow.Escape(still.Url)}\"" : "";
    }

    private CourseAsset? Words(string stem, string locale, string extension) => context.Assets.GetValueOrDefault($"{stem}.{locale}{extension}");

    private static (string Stem, bool IsOfOneLanguage) Stem(string recording)
    {
        var stem = Path.GetFileNameWithoutExtension(recording);
        var language = Locales.All.FirstOrDefault(locale => stem.EndsWith($".{locale}", StringComparison.Ordinal));
        return language is null ? (stem, false) : (stem[..^(language.Length + 1)], true);
    }
}
