using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

/// <summary>Certificates as a test wants them, without having been earned.</summary>
internal static class HeldCertificates
{
    public static async Task<CertificateRow> Holds(this AcademyApp app, Guid person, string certification, DateOnly from, DateOnly? until, string name = "Anna Berg", Action<CertificateRow>? then = null)
    {
        var serial = (await app.Certificates()).Count + 1;
        CertificateRow row = null!; // the command sets it
        var held = await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            row = new CertificateRow
            {
                Id = entry.NewId(),
                Person = person,
                Certification = certification,
                Issue = serial,
                Serial = serial,
                Number = $"LT-{from.Year}-{serial:D6}",
                Code = $"{serial}",
                Attempt = Guid.CreateVersion7(),
                From = from,
                Until = until,
                ContentHash = "",
                Name = name,
                TitleEnglish = certification,
                TitleChinese = certification,
                Finding = name.ToLowerInvariant(),
            };
            then?.Invoke(row);
            entry.Db.Add(row);
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        Assert.IsType<Accepted<Done>>(held);
        return row;
    }
}
