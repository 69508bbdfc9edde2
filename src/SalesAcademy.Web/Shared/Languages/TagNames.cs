using Microsoft.Extensions.Localization;

namespace SalesAcademy.Web.Shared.Languages;

/// <summary>Names of tags, which people and leads share, in the language being spoken; a tag nobody has named is shown as it is written.</summary>
internal static class TagNames
{
    public static string Tag(this IStringLocalizer<HouseWords> words, string kind, string value) =>
        words[$"tag.{kind}.{value}"] is { ResourceNotFound: false } known ? known : value;
}
