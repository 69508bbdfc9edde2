using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>What the room needs so that lessons can be written in the academy. Who wrote and passed what is taught stays known.</summary>
internal static class AuthoringServices
{
    public static IServiceCollection AddAuthoring(this IServiceCollection services) => services
        .AddSingleton<KeepDrafts>()
        .AddSingleton<DraftCheck>()
        .AddSingleton<DraftShelf>()
        .AddSingleton<PageVersions>()
        .AddSingleton<TouchedBook>()
        .AddSingleton<DraftBook>()
        .AddSingleton<EditOutline>()
        .AddSingleton<PublishDraft>()
        .AddSingleton<StartDrafts>()
        .AddScoped<IWaiting, DraftsWaiting>()
        .AddSingleton(new NavigationItem("authoring", typeof(Words), AuthoringController.Address, "pencil", Role.Author | Role.Admin, 12, Beside: Role.Admin))
        .AddPersonRecords((db, person) => db.Set<DraftRow>().Where(draft => draft.Author == person || draft.Reviewer == person))
        .KeepsWhenErased<DraftRow>();
}
