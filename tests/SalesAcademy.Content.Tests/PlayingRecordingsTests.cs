namespace SalesAcademy.Content.Tests;

/// <summary>Videos and sounds in lessons: their captions, their words below them, and what the check says of them.</summary>
public sealed class PlayingRecordingsTests
{
    private const string Course = "courses/first-call/";
    private const string Assets = Course + "assets/";
    private const string Body = "## The next step\n\n![A call in a minute](../assets/call.webm)\n\nWords behind it.";
    private const string English = "WEBVTT\n\n1\n00:00.500 --> 00:04.000\n<v Maya>Shall we say\nTuesday,\n\n00:04.000 --> 00:06.250 line:0\n<v Maya>&amp; at ten?\n\nNOTE nobody sees this\n\n00:06.250 --> 01:09.000\n<v Ms Zhao><i>Gladly</i>\n<v Maya>Good.\n";
    private const string Chinese = "WEBVTT\n\n00:00.500 --> 00:04.000\n<v 马雅>那就定在\n周二，\n\n00:04.000 --> 00:06.000\n<v 马雅>十点？\n";

    private static readonly byte[] Video = [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[40]];

    [Fact]
    public void A_video_stands_in_the_lesson_with_its_captions_and_what_is_said_as_passages_of_the_lesson()
    {
        using var content = Playing();

        var lesson = content.Good().FindCourse("first-call")!.FindLesson("closing")!;

        var (english, chinese) = (lesson.Text.English!, lesson.Text.Chinese!);
        Assert.Equal(["The next step", "A call in a minute", "Maya: Shall we say Tuesday, & at ten?", "Ms Zhao: Gladly", "Maya: Good.", "Words behind it."], english.Blocks.Select(block => block.Text));
        Assert.Contains("马雅：那就定在周二，十点？", chinese.Blocks.Select(block => block.Text));
        Assert.Matches("""<video controls preload="metadata" src="/courses/first-call/assets/[0-9a-f]{16}/call.webm" aria-label="A call in a minute" playsinline>""", english.Html);
        Assert.Matches("""<track kind="captions" src="[^"]+/call.en.vtt" srclang="en" label="English" default>\n<track kind="captions" src="[^"]+/call.zh-Hans.vtt" srclang="zh-Hans" label="中文">""", english.Html);
        Assert.Matches("""<track [^>]*srclang="zh-Hans" label="中文" default>""", chinese.Html);
        Assert.Contains("""data-at="6.25" aria-label="Play from 0:06" hidden>0:06</button><p id="b-""", english.Html, StringComparison.Ordinal);
        Assert.Equal([("call.webm", "A call in a minute")], english.Recordings.Select(recording => (recording.Name, recording.Title)));

        content.Replace(Assets + "call.en.vtt", "Gladly", "With pleasure");
        var edited = content.Good().FindCourse("first-call")!.FindLesson("closing")!;
        Assert.NotEqual(lesson.Hash, edited.Hash);
        Assert.NotEqual(english.Recordings[0].Words, edited.Text.English!.Recordings[0].Words);
        Assert.Equal(english.Recordings[0].Edition, edited.Text.English.Recordings[0].Edition);
    }

    [Fact]
    public void A_sound_needs_words_and_a_written_transcript_goes_before_the_captions()
    {
        using var content = Playing();
        content.Replace(Course + "en/02-closing.md", "call.webm", "call.mp3").Replace(Course + "zh-Hans/02-closing.md", "call.webm", "call.mp3").Delete(Assets + "call.webm")
            .Bytes(Assets + "call.mp3", [0xFF, 0xFB, 0x90, .. new byte[40]]).Bytes(Assets + "call.zh-Hans.txt", "[1:05] 马雅：那就\n周二。\n\n没有时间的一段。\n"u8.ToArray()).Delete(Assets + "call.zh-Hans.vtt");

        var lesson = content.Good().FindCourse("first-call")!.FindLesson("closing")!;

        Assert.Contains("""<audio controls preload="metadata" src="/courses/first-call/assets/""", lesson.Text.English!.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<track", lesson.Text.English.Html, StringComparison.Ordinal);
        Assert.Contains("马雅：那就周二。", lesson.Text.Chinese!.Blocks.Select(block => block.Text));
        Assert.Contains("data-at=\"65\"", lesson.Text.Chinese.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recording-missing", Course + "en/02-closing.md", 8, "call.webm", "other.webm")]
    [InlineData("recording-title", Course + "en/02-closing.md", 8, "![A call in a minute]", "![call.webm]")]
    [InlineData("recording-place", Course + "en/02-closing.md", 8, "![A call", "See ![A call")]
    [InlineData("recording-place", Course + "en/battle-card.md", 5, "", "---\ntitle: T\nsummary: S\n---\n![A call](../assets/call.webm)\n")]
    [InlineData("recording-captions", Course + "en/02-closing.md", 8, "", "")]
    [InlineData("recording-transcript", Course + "zh-Hans/02-closing.md", 8, "", "")]
    [InlineData("recording-form", Assets + "call.webm", 0, "", "GIF89a, which is no recording at all")]
    [InlineData("recording-unused", Assets + "spare.en.vtt", 0, "", English)]
    [InlineData("captions-header", Assets + "call.en.vtt", 1, "WEBVTT", "WEBVTTX")]
    [InlineData("captions-time", Assets + "call.en.vtt", 8, "00:04.000 --> 00:06.250", "0:04 --> 00:06.250")]
    [InlineData("captions-time", Assets + "call.en.vtt", 8, "00:04.000 --> 00:06.250", "4")]
    [InlineData("captions-time", Assets + "call.en.vtt", 9, "<v Maya>&amp; at ten?\n\nNOTE nobody sees this\n", "<v Maya>At ten?")]
    [InlineData("captions-order", Assets + "call.en.vtt", 8, "00:04.000 --> 00:06.250", "00:03.999 --> 00:06.250")]
    [InlineData("captions-end", Assets + "call.en.vtt", 8, "00:04.000 --> 00:06.250", "00:04.000 --> 00:04.000")]
    [InlineData("captions-empty", Assets + "call.en.vtt", 8, "<v Maya>&amp; at ten?", "<v Maya>")]
    [InlineData("captions-empty", Assets + "call.en.vtt", 1, "", "WEBVTT\n")]
    [InlineData("transcript-empty", Assets + "call.en.txt", 1, "", "\n\n")]
    [InlineData("file-too-large", Assets + "call.webm", 0, "", "")]
    public void A_fault_of_a_recording_is_named_with_file_and_line(string code, string file, int line, string old, string text)
    {
        using var content = Playing();
        _ = (code, old) switch
        {
            ("recording-captions" or "recording-transcript", _) => content.Delete(Assets + (code == "recording-captions" ? "call.en.vtt" : "call.zh-Hans.vtt")),
            ("file-too-large", _) => content.Bytes(file, [.. Video, .. new byte[40 * 1024 * 1024]]),
            (_, "") => content.Text(file, text),
            _ => content.Replace(file, old, text),
        };

        var result = content.Compile();

        Assert.True(result.Problems.Any(problem => (problem.Code, problem.File, problem.Line) == (code, file, line) && problem.Remedy.Length > 0), string.Join('\n', result.Problems));
    }

    private static ContentBuilder Playing()
    {
        var content = new ContentBuilder().Lesson(Body);
        return content.Bytes(Assets + "call.webm", Video).Text(Assets + "call.en.vtt", English).Text(Assets + "call.zh-Hans.vtt", Chinese)
            .Text(Course + "zh-Hans/02-closing.md", $"---\ntitle: T\nsummary: S\ncheck: check-closing\n---\n{Body.Replace("A call in a minute", "一分钟的电话", StringComparison.Ordinal).Replace("The next step", "下一步", StringComparison.Ordinal)}\n");
    }
}
