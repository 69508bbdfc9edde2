using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>A certificate is read by its holder and written by nobody.</summary>
public sealed class KeepingACertificateAsIssuedTests
{
    [Fact]
    public async Task Its_holder_cannot_change_its_name_date_or_bytes_by_any_request()
    {
        await using var app = new AcademyApp();
        var holder = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        using var browser = await app.SignIn(holder);
        var certificate = await app.Certify(holder);
        var url = $"/certificates/{certificate.Id}/document.pdf";
        var (row, bytes, token) = (await Stored(app), await browser.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken), await browser.AntiforgeryToken());

        foreach (var target in (string[])[url, $"/certificates/{certificate.Id}", "/certificates", $"/certificates/{certificate.Id}/revocation", "/certificates/desk/waiting"])
            foreach (var method in (string[])["POST", "PUT", "PATCH", "DELETE"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), $"{target}?name=Boss&until=2099-01-01")
                {
                    Content = new FormUrlEncodedContent([new("Name", "Boss"), new("LatinName", "Boss"), new("Until", "2099-01-01"), new("Bytes", "JVBERi0="), new("person", $"{holder}")]),
                };
                request.Headers.Add("RequestVerificationToken", token);
                var status = (await browser.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
                Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{method} {target} answered {(int)status}");
            }

        Assert.Equivalent(row, await Stored(app), strict: true);
        Assert.Equal(bytes, await browser.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
        Assert.Single(await app.Certificates());
    }

    [Fact]
    public void No_route_that_changes_a_certificate_is_open_to_whoever_may_hold_one()
    {
        using var app = new AcademyApp();

        var open = from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                   where endpoint.RoutePattern.RawText!.StartsWith("certificates", StringComparison.Ordinal)
                      && endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace != typeof(WaiverRow).Namespace // changes no certificate of the academy
                      && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(method => method != "GET")
                      && endpoint.Metadata.GetOrderedMetadata<AllowAttribute>() is not [.., { Any: (Role.Hr | Role.Admin) or Role.Hr }]
                   select endpoint.RoutePattern.RawText;

        Assert.Empty(open);
    }

    [Fact]
    public void Nothing_of_it_can_be_set_but_revocation_replacement_and_why()
    {
        Assert.Empty(Settable(typeof(DocumentRow)));
        Assert.Equal(["SupersededBy", "SupersededOn", "CorrectedBy", "CorrectionReason", "RevokedAt", "RevokedOn", "RevokedBy", "RevocationReason"], Settable(typeof(CertificateRow)));
    }

    private static IEnumerable<string> Settable(Type row) => row.GetProperties()
        .Where(property => property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(property => property.Name);

    private static async Task<CertificateRow> Stored(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<CertificateRow>().SingleAsync(TestContext.Current.CancellationToken);
    }
}
