using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What this room takes away of somebody who is erased: their own words and their voice. Results stay under the pseudonym.</summary>
internal static class QuizzesErasure
{
    public static IServiceCollection AddQuizzesErasure(this IServiceCollection services) => services
        .AddSingleton<EraseAnswers>()
        .AddSingleton(provider => new PersonErasure(typeof(AttemptAnswerRow), erased => provider.GetRequiredService<EraseAnswers>().Answers(erased)))
        .AddSingleton(provider => new PersonErasure(typeof(RecordingRow), erased => provider.GetRequiredService<EraseAnswers>().Recordings(erased)))
        .KeepsWhenErased<AttemptRow>()
        .KeepsWhenErased<AttemptQuestionRow>()
        .KeepsWhenErased<AttemptSignalRow>()
        .KeepsWhenErased<RegradedMarkRow>()
        .KeepsWhenErased<AccommodationRow>()
        .KeepsWhenErased<ContestRow>()
        .KeepsWhenErased<DrillQuestionRow>()
        .KeepsWhenErased<FamilyAnswerRow>()
        .KeepsWhenErased<GradeRow>();
}
