using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Gathers what is recorded of one person's learning.</summary>
internal sealed class TranscriptBook(AcademyDb db, Library library, Clock clock)
{
    /// <summary>Whose transcripts somebody may read: their own, those of the teams they manage; all for HR and administrators.</summary>
    public static IQueryable<PersonRow> ReadableBy(AcademyDb db, CurrentPerson reader)
    {
        var (me, everybody, team) = (reader.Id, reader.Is(Role.Hr | Role.Admin), Staff.TeamOf(db, reader).Select(p => p.Id));
        return db.Set<PersonRow>().Where(p => everybody || p.Id == me || team.Contains(p.Id));
    }

    /// <summary>Null for somebody this reader may not look at.</summary>
    public async Task<Transcript?> Of(CurrentPerson reader, Guid id, DateOnly? on, CancellationToken cancellation)
    {
        if (await ReadableBy(db, reader).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return null;
        var day = on ?? clock.Today;
        var standings = await ReadingProgress.OfAll(db, id, library.Now, cancellation);
        var team = await db.Set<TeamRow>().SingleOrDefaultAsync(t => t.Id == person.TeamId, cancellation);
        return new Transcript
        {
            Person = id,
            Name = person.Name,
            LatinName = person.LatinName,
            Team = team is null ? "" : CertificateLook.Title(team.Name, team.ChineseName),
            HiredOn = person.HiredOn,
            AsOf = day,
            IsToday = day == clock.Today,
            Certifications = await Certifications(id, day, cancellation),
            Waivers =
            [
                .. from row in await db.Set<WaiverRow>().Where(w => w.Person == id).OrderBy(w => w.GivenAt).ToListAsync(cancellation)
                   where row.StandIn.HoldsOn(day)
                   select new TranscriptWaiver(WaiverLine.TitleOf(library.Now, row), row.Thing, row.Basis, row.From, row.Until),
            ],
            Externals = await db.Set<ExternalRow>().Where(e => e.Person == id && e.IsAccepted && e.DecidedOn <= day).OrderBy(e => e.IssuedOn)
                .Select(e => new TranscriptExternal(e.Title, e.Issuer, e.IssuedOn, e.Until)).ToListAsync(cancellation),
            Courses = [.. from done in await ReadingProgress.Completed(db, id, cancellation) let at = clock.DayOf(done.At) where at <= day select new TranscriptCourse(CourseCalled(done.Course), at)],
            Examinations =
            [
                .. from one in await QuizBook.Examinations(db, id, cancellation)
                   let at = clock.DayOf(one.EndedAt)
                   where at <= day
                   select new TranscriptExamination(CourseCalled(one.Course), one.Number, at, (int)Math.Floor(one.Score * 100), one.Passed),
            ],
            // In the language they read in: a document says the same to whoever prints it.
            PlannedMinutes = standings.SelectMany(course => course.Lessons).Where(lesson => lesson.CompletedAt is { } at && clock.DayOf(at) <= day)
                .Sum(lesson => lesson.Lesson.Text.In(person.ContentLanguage).Value.Minutes),
        };
    }

    private async Task<IReadOnlyList<TranscriptCertification>> Certifications(Guid person, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Set<CertificateRow>().Where(c => c.Person == person && c.From <= day).OrderBy(c => c.Serial).ToListAsync(cancellation);
        var waiting = day == clock.Today ? await db.Set<WaitingRow>().Where(w => w.Person == person).Select(w => w.Certification).ToListAsync(cancellation) : [];
        return
        [
            .. from own in rows.GroupBy(row => row.Certification)
               let held = Held.On(own.Select(row => new DatedCertificate(row.Issue, row.From, row.Until, row.SupersededOn, row.RevokedOn)), day, waiting.Contains(own.Key))
               let counts = own.First(row => row.Issue == held.Certificate!.Issue) // one of them was issued by then
               select new TranscriptCertification(
                   CertificateLook.Title(counts.TitleEnglish, counts.TitleChinese), held.Holding, counts.Number, counts.From, counts.Until, held.Holding == Holding.Revoked ? counts.RevokedOn : null),
            .. from certification in waiting.Except(rows.Select(row => row.Certification))
               select new TranscriptCertification(library.Now.FindCertification(certification)?.Title.In(ReaderLanguage.Current).Value ?? certification, Holding.Waiting, null, null, null, null),
        ];
    }

    private string CourseCalled(string course) => library.Now.FindCourse(course)?.Title.In(ReaderLanguage.Current).Value ?? course;
}
