using System.Security.Cryptography;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What arrives with an answer of the drill.</summary>
internal sealed class DrillForm
{
    public DateOnly Day { get; set; }

    public int[] Question { get; set; } = [];

    public int[] Option { get; set; } = [];

    public string?[] Fill { get; set; } = [];

    /// <summary>The person would rather not guess: counted as not known, and explained.</summary>
    public bool Unsure { get; set; }

    /// <summary>What the page's script calls this answer until it is stored; given back with it.</summary>
    public long Sequence { get; set; }
}

/// <summary>Begins the day's drill and takes its answers, each once.</summary>
internal sealed class AnswerDrill(ILedger ledger, DrillBook book, Library library)
{
    // An answer given without a line may arrive this much later, over a long weekend too; the day it arrives is the day it is evidence of.
    private const int DaysOnTheWay = 7;

    /// <summary>Draws the questions of today, or a second set that makes up for yesterday; those already drawn stay.</summary>
    public Task<Decision<Done>> Begin(Act act, CurrentPerson person, bool second = false) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold(NameOf(person.Id));
        var drill = await book.Read(entry.Reads, person, act.Today);
        var (plan, before) = second ? (drill.SecondPlan, DrillQuestionRow.SecondSet) : (drill.Plan, drill.Asked.Count(row => !row.IsSecond));
        entry.Db.AddRange(plan.Select((family, i) =>
        {
            var drawn = Drawing.Question(PaperQuestion.Drawable(drill.Catalogue.Families[family.Id]), shuffleOptions: true, RandomNumberGenerator.GetInt32);
            return new DrillQuestionRow
            {
                Person = person.Id,
                Day = act.Today,
                Number = before + i + 1,
                Family = drawn.Family,
                Variant = drawn.Variant,
                Options = Places.Write(drawn.Order),
                ContentHash = drill.Catalogue.Hash,
            };
        }));
        return Done.Value;
    });

    /// <summary>Commits an answer and yields its number; one committed before stands. Refused with answer-missing, answer-invalid or drill-over.</summary>
    public Task<Decision<int>> Answer(Act act, CurrentPerson person, DrillForm form) => ledger.Run<int>(act, async entry =>
    {
        if (form.Question is not [var number])
            return new Refusal("answer-invalid");
        if (form.Day < act.Today.AddDays(-DaysOnTheWay))
            return new Refusal("drill-over");
        await entry.Hold(NameOf(person.Id));
        if (await entry.Db.FindAsync<DrillQuestionRow>(person.Id, form.Day, number) is not { } row)
            return Refusal.NotFound;
        if (row.AnsweredAt is not null)
            return number;
        var question = Asked(row);
        if ((form.Unsure ? question.Key.Nothing : AnswerFields.Read(question, form.Option, form.Fill)) is not { } response)
            return new Refusal("answer-invalid");
        if (response.IsEmpty && !form.Unsure)
            return new Refusal("answer-missing");
        var graded = question.Grade(question.Score(response, []) ?? 0, act.Today); // what people judge is in no drill
        (row.Response, row.Locale, row.Score, row.AnsweredAt) = (StoredResponse.Write(response), question.Variant.Face.In(person.ContentLanguage).Locale, graded.Score, act.At);
        entry.Record(new DrillAnswered(person.Id, graded, row.ContentHash));
        return number;
    });

    /// <summary>The question as it was drawn, from the catalogue of that moment.</summary>
    public PaperQuestion Asked(DrillQuestionRow row)
    {
        var catalogue = library.At(row.ContentHash) ?? throw new InvalidOperationException($"Catalogue {row.ContentHash} is not in the archive.");
        return PaperQuestion.Of(row.Number, catalogue.Families[row.Family], row.Variant, row.Options, catalogue);
    }

    private static string NameOf(Guid person) => $"drill:{person}";
}
