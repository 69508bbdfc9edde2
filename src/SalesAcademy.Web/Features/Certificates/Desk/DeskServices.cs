using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>What HR's lists need.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<FilterWords>()
        .AddScoped<CertificateSheet>()
        .AddScoped<ComplianceBook>()
        .AddScoped<ComplianceSheet>()
        .AddScoped<TranscriptBook>()
        .AddScoped<TranscriptWriting>()
        .AddSingleton<TranscriptDrawing>()
        .AddSingleton<RemindPeople>()
        .AddNoticeKind<Words>(RemindPeople.PersonNotice)
        .AddNoticeKind<Words>(RemindPeople.ManagerNotice)
        .AddSingleton(new NavigationItem("compliance", typeof(Words), ComplianceController.Url, "clipboard-check", Role.Hr | Role.Manager, 43));
}
