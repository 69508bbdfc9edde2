using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>What a transcript says on paper, in the reader's language.</summary>
internal sealed class TranscriptWriting(Library library, IStringLocalizer<Words> words, Moments moments, Clock clock)
{
    public TranscriptText Text(Transcript transcript) => new()
    {
        Language = ReaderLanguage.Current == ReaderLanguage.Chinese ? CertificateLanguage.Chinese : CertificateLanguage.English,
        Organisation = library.Now.Academy.Name.In(ReaderLanguage.Current).Value,
        Logo = library.Now.Logo,
        Title = words["transcript.title"],
        Name = string.IsNullOrWhiteSpace(transcript.LatinName) ? transcript.Name : $"{transcript.Name}{Bilingual.PairSpace}{transcript.LatinName}",
        Facts = [.. Facts(transcript).OfType<string>()],
        Basis = words["transcript.basis", Moments.LongDay(transcript.AsOf), $"{Moments.LongDay(clock.Today)} {moments.Time(clock.Now)}"],
        AsOf = transcript.AsOf,
        Tables = [Certifications(transcript), .. Recognised(transcript), Courses(transcript), Examinations(transcript)],
        PageOf = (page, pages) => words["transcript.page", page, pages],
    };

    private IEnumerable<string?> Facts(Transcript transcript)
    {
        yield return transcript.Team.Length > 0 ? words["transcript.team", transcript.Team].Value : null;
        yield return words["transcript.hired", Moments.LongDay(transcript.HiredOn)];
        yield return words.Count("transcript.planned", transcript.PlannedMinutes);
    }

    private TranscriptTable Certifications(Transcript transcript) => new(
        words["transcript.certifications"],
        [(words["compliance.certification"], 0.34), (words["transcript.number"], 0.19), (words["compliance.first-day"], 0.13), (words["compliance.last-day"], 0.14), (words["transcript.certified"], 0.20)],
        [
            .. transcript.Certifications.Select(IReadOnlyList<string> (one) =>
            [
                one.Title, one.Number ?? "", one.From?.Iso() ?? "", one.Until?.Iso() ?? (one.From is null ? "" : words["transcript.no-end"].Value),
                $"{words[one.Counts ? "transcript.yes" : "transcript.no"]} · {words[$"holding.{one.Holding}"]} {one.RevokedOn?.Iso()}".TrimEnd(),
            ]),
        ],
        words["transcript.no-certifications"]);

    // Only where there is any: that nothing was waived is nothing to say on paper.
    private IEnumerable<TranscriptTable> Recognised(Transcript transcript)
    {
        if (transcript.Waivers.Count > 0)
            yield return new(
                words["transcript.waived"],
                [(words["transcript.what"], 0.46), (words["transcript.basis-of"], 0.28), (words["transcript.since"], 0.13), (words["compliance.last-day"], 0.13)],
                [.. transcript.Waivers.Select(IReadOnlyList<string> (one) => [one.Title, words[$"transcript.basis.{one.Basis}"], one.From.Iso(), EndOf(one.Until)])], "");
        if (transcript.Externals.Count > 0)
            yield return new(
                words["transcript.external"],
                [(words["transcript.what"], 0.46), (words["transcript.issuer"], 0.28), (words["compliance.first-day"], 0.13), (words["compliance.last-day"], 0.13)],
                [.. transcript.Externals.Select(IReadOnlyList<string> (one) => [one.Title, one.Issuer, one.IssuedOn.Iso(), EndOf(one.Until)])], "");
    }

    private string EndOf(DateOnly? until) => until?.Iso() ?? words["transcript.no-end"].Value;

    private TranscriptTable Courses(Transcript transcript) => new(
        words["transcript.courses"], [(words["transcript.course"], 0.8), (words["transcript.completed"], 0.2)],
        [.. transcript.Courses.Select(IReadOnlyList<string> (one) => [one.Title, one.On.Iso()])], words["transcript.no-courses"]);

    private TranscriptTable Examinations(Transcript transcript) => new(
        words["transcript.examinations"],
        [(words["transcript.examination"], 0.45), (words["transcript.day"], 0.2), (words["transcript.score"], 0.15), (words["transcript.result"], 0.2)],
        [
            .. transcript.Examinations.Select(IReadOnlyList<string> (one) =>
                [words["transcript.examination-of", one.Title, words["transcript.attempt", one.Number].Value], one.On.Iso(), words["transcript.percent", one.Percent], words[one.Passed ? "transcript.passed" : "transcript.not-passed"]]),
        ],
        words["transcript.no-examinations"]);
}
