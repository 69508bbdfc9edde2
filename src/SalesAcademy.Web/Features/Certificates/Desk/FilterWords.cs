using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Says in words what a list was narrowed to, so that whoever is sent the file knows what it leaves out.</summary>
internal sealed class FilterWords(AcademyDb db, Library library, IStringLocalizer<Words> words, IStringLocalizer<Certificates.Words> desk)
{
    public async Task<IReadOnlyList<string>> Of(DeskFilter filter, CancellationToken cancellation)
    {
        string?[] parts =
        [
            string.IsNullOrWhiteSpace(filter.Q) ? null : Part("filter.search", filter.Q.Trim()),
            filter.Team is { } team ? Part("filter.team", await TeamOf(team, cancellation)) : null,
            string.IsNullOrEmpty(filter.Certification) ? null : Part("filter.certification", TitleOf(filter.Certification)),
            filter.Person is { } person ? Part("filter.person", await NameOf(person, cancellation)) : null,
            filter.State is { } state ? Part("filter.state", desk[$"state.{state}"]) : null,
            filter.Within is { } days ? words.Count("filter.within", days) : null,
            filter.From is { } from ? Part("filter.from", from.Iso()) : null,
            filter.To is { } to ? Part("filter.to", to.Iso()) : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } said ? said : [words["filter.none"]];
    }

    public async Task<IReadOnlyList<string>> Of(ComplianceFilter filter, CancellationToken cancellation)
    {
        string?[] parts =
        [
            words["compliance.policy-up-to", words[$"tier.{filter.UpTo}"]],
            filter.Team is { } team ? Part("filter.team", await TeamOf(team, cancellation)) : null,
            string.IsNullOrEmpty(filter.Certification) ? null : Part("filter.certification", TitleOf(filter.Certification)),
            filter.Holding is { } holding ? Part("filter.state", words[$"holding.{holding}"]) : words["compliance.gaps-only"],
        ];
        return [.. parts.OfType<string>()];
    }

    public string TitleOf(string certification) => library.Now.FindCertification(certification)?.Title.In(ReaderLanguage.Current).Value ?? certification;

    public async Task<string> TeamOf(Guid team, CancellationToken cancellation) =>
        await db.Set<TeamRow>().Where(t => t.Id == team).Select(t => ReaderLanguage.Current == ReaderLanguage.Chinese ? t.ChineseName : t.Name).SingleOrDefaultAsync(cancellation) ?? "";

    private async Task<string> NameOf(Guid person, CancellationToken cancellation) =>
        await db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation) ?? "";

    private string Part(string key, string value) => words[key, value];
}
