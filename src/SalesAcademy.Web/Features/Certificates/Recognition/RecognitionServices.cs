using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What waivers and certificates of others need.</summary>
internal static class RecognitionServices
{
    public static IServiceCollection AddRecognition(this IServiceCollection services) => services
        .AddSingleton<IWaivedCourses, WaivedCourses>()
        .AddSingleton<GiveWaiver>()
        .AddSingleton<SendExternal>()
        .AddNoticeKind<Words>(GiveWaiver.GivenNotice)
        .AddNoticeKind<Words>(GiveWaiver.WithdrawnNotice)
        .AddNoticeKind<Words>(SendExternal.AcceptedNotice)
        .AddNoticeKind<Words>(SendExternal.DeclinedNotice)
        .AddScoped<IWaiting, ExternalsWaiting>();
}
