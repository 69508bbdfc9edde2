using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Benchmarks.Bare;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// Certificates that were never drawn before, each with its own Chinese and Latin name: their drawing alone beside bare SkiaSharp, then all of it,
/// each issued by a command of its own, signed, stored, and exported as one ZIP.
/// </summary>
internal static class CertificatesCase
{
    private const int Certificates = 2_000;
    private const int OfARound = 200;
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉力鹏飞红玉兰";

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        await using var app = People.Open(await site.Seed(1));
        await using var ledger = await app.OpenLedger();
        var lines = new List<string>();
        foreach (var design in CertificateDesign.Shipped)
            lines.Add(await Drawing(app, design));
        lines.AddRange(await Whole(app, site));
        return lines;
    }

    private static async Task<string> Drawing(WebApplication app, CertificateDesign design)
    {
        var (library, clock, options) = (app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<Clock>(), app.Services.GetRequiredService<AcademyOptions>());
        var drawing = (CertificateDrawing)app.Services.GetRequiredService<ICertificateDrawing>();
        var sample = CertificateWriting.Specimen(library.Now.FindCertification("discovery")!, library.Now, options, new("", ""), clock.Today) with
        {
            Design = design,
            IsSpecimen = false,
            Title = CertificateWords.Title,
            Language = CertificateLanguage.Mixed,
        };
        var (next, size) = (0, 0L);
        var texts = Enumerable.Range(0, Certificates).Select(i => sample with { Holder = NameOf(i), Number = $"LT-2026-{i:D6}", VerificationCode = Code(i) }).ToArray();
        for (var i = 0; i < 50; i++)
            drawing.Draw(texts[^(i + 1)]);
        var laid = texts.Take(OfARound).Select(text => new BareCertificate(drawing.Lay(text))).ToArray();
        var (bare, product) = await Rounds.Interleave($"certificates a second, {design.Id}", () => Rate(i => laid[i].Draw()), () => Rate(i =>
        {
            var bytes = drawing.Draw(texts[next++ % Certificates]);
            size += bytes.Length;
            return bytes;
        }));
        return string.Create(CultureInfo.InvariantCulture, $"{design.Id}, drawn by one thread: bare {bare:0}/s, product {product:0}/s, ratio {product / bare:0.00} (target >= 0.6, > 200/s), {size / 1024.0 / next:0.0} KB each (target < 40)");
    }

    private static async Task<IEnumerable<string>> Whole(WebApplication app, Site site)
    {
        var (issuing, ledger, library, clock) = (app.Services.GetRequiredService<IssueCertificates>(), app.Services.GetRequiredService<ILedger>(), app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<Clock>());
        var certification = library.Now.FindCertification("discovery")!;
        var people = await Passed(ledger, clock.Act(), library.Now.FindCourse(certification.Course)!, certification);
        var file = Path.Combine(site.Folder(), "certificates.zip");
        TimeSpan issued = default;
        var (took, peak) = await Peak.Of(async () =>
        {
            var began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, cancellation) =>
            {
                var decided = await ledger.Run<Guid>(clock.Act(person), async entry =>
                {
                    await IssueCertificates.Hold(entry, person);
                    return await issuing.Issue(entry, person, certification);
                }, cancellation);
                if (decided is Refused<Guid> refused)
                    throw new InvalidOperationException($"A certificate was refused: {refused.Reason.Key}");
            });
            issued = Stopwatch.GetElapsedTime(began);
            await using var output = File.Create(file);
            var pipe = PipeWriter.Create(output);
            await (await app.Services.GetRequiredService<ExportArchive>().Zip(db => new DeskFilter().On(db, clock.Today), CancellationToken.None))!.Make(pipe, CancellationToken.None); // some were issued above
            await pipe.CompleteAsync();
        });
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{Certificates:N0} issued, each signed and stored durably by a command of its own: {Certificates / issued.TotalSeconds:0}/s"),
            string.Create(CultureInfo.InvariantCulture, $"{Certificates:N0} exported as a ZIP of {new FileInfo(file).Length / 1_000_000.0:0.0} MB: {(took - issued).TotalSeconds:0.00} s; issued and exported with at most {peak} MB (target <= 256; machine load {Machine.Load})"),
        ];
    }

    private static async Task<IReadOnlyList<Guid>> Passed(ILedger ledger, Act act, Course course, Certification certification)
    {
        var people = new List<Guid>();
        foreach (var some in Enumerable.Range(0, Certificates).Chunk(500))
        {
            var entered = await ledger.Run<Done>(act, entry =>
            {
                foreach (var i in some)
                {
                    var id = entry.NewId();
                    people.Add(id);
                    var name = NameOf(i);
                    entry.Db.Add(new PersonRow { Id = id, Name = name.Chinese!, LatinName = name.English, Email = $"holder-{i}@example.com", Profile = "sdr", HiredOn = act.Today, Language = "zh-Hans", ContentLanguage = "zh-Hans", Zone = "Asia/Shanghai" });
                    entry.Db.Add(new PassRow { Person = id, Course = certification.Course, Quiz = certification.Quiz, Attempt = entry.NewId(), At = act.At, Day = act.Today, ContentHash = course.Hash });
                    foreach (var lesson in course.Lessons)
                        entry.Db.Add(new LessonDoneRow { Person = id, Course = course.Id, Lesson = lesson.Id });
                }

                return Task.FromResult<Decision<Done>>(Done.Value);
            });
            if (entered is Refused<Done> refused)
                throw new InvalidOperationException($"People were refused: {refused.Reason.Key}");
        }

        return people;
    }

    private static Task<double> Rate(Func<int, byte[]> draw)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < OfARound; i++)
            draw(i);
        return Task.FromResult(OfARound / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static Bilingual NameOf(int i) => new($"Holder Number{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}", $"{Surnames[i % Surnames.Length]}{Given[i / Surnames.Length % Given.Length]}{Given[i * 7 % Given.Length]}");

    private static string Code(int i) => VerificationCode.Of([.. Enumerable.Range(0, VerificationCode.Length).Select(at => (byte)((i * 131) + (at * 29)))]);
}
