using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>What credentials point to. Addresses are signed: they are those of the public site, never of the request that happened to ask.</summary>
internal sealed class CredentialAddresses(AcademyOptions options, Library library)
{
    public string Issuer => Of("certificates/issuer");

    public string Key(string thumbprint) => Of($"certificates/keys/{thumbprint}");

    public string Achievement(string certification) => Of($"certificates/achievements/{certification}");

    public string Verification(string code) => Of($"certificates/verify/{code}");

    public string Status(StatusPurpose purpose, long list) => Of($"certificates/status/{purpose.Name()}/{list}");

    private string Of(string path) => new Uri(options.Address ?? new Uri(new Uri(library.Now.Academy.Verification).GetLeftPart(UriPartial.Authority)), path).AbsoluteUri;
}
