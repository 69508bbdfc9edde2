using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

internal enum DrawingProblem
{
    /// <summary>The text is empty where the certificate needs words.</summary>
    Missing,

    /// <summary>No face has a glyph for one of the characters.</summary>
    UnknownCharacter,

    /// <summary>The text is too long even at its smallest size.</summary>
    TooLong,
}

/// <summary>A certificate that would come out wrong is not drawn at all: no empty boxes, nothing cut, nothing off the page.</summary>
internal sealed class CertificateCannotBeDrawn(DrawingProblem problem, string field, string detail)
    : Exception($"The certificate cannot be drawn: {field}: {detail}.")
{
    public DrawingProblem Problem { get; } = problem;

    /// <summary>The property of <see cref="CertificateText"/> at fault.</summary>
    public string Field { get; } = field;

    /// <summary>The character at fault, where one is.</summary>
    public Rune? Character { get; private init; }

    public static CertificateCannotBeDrawn UnknownCharacter(string field, Rune character) =>
        new(DrawingProblem.UnknownCharacter, field, $"no face has the character {character} (U+{character.Value:X4})") { Character = character };

    public static CertificateCannotBeDrawn TooLong(string field) =>
        new(DrawingProblem.TooLong, field, "too long even at the smallest size");

    public static CertificateCannotBeDrawn Missing(string field) =>
        new(DrawingProblem.Missing, field, "no text given");
}
