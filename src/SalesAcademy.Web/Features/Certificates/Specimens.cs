using SalesAcademy.Web.Features.Certificates.Drawing;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The names a design is looked at with: those that are easily set, and those that are not.</summary>
internal enum Specimen { Short, Long, Chinese, LongChinese, Mixed }

internal static class Specimens
{
    public static CertificateLanguage LanguageOf(Specimen specimen) => specimen switch
    {
        Specimen.Short or Specimen.Long => CertificateLanguage.English,
        Specimen.Mixed => CertificateLanguage.Mixed,
        _ => CertificateLanguage.Chinese,
    };

    public static Bilingual NameOf(Specimen specimen) => specimen switch
    {
        Specimen.Short => new("Ada Ng", null),
        Specimen.Long => new("Maria-Theresia Alexandra von Hohenberg-Sachsenhausen de Villanueva y Castro-Monteverde", null),
        Specimen.Chinese => new(null, "王芳"),
        Specimen.LongChinese => new(null, "买买提江·阿布都热合曼·吾布力卡斯木"),
        _ => new("Ouyang Nana", "欧阳娜娜"),
    };
}
