namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The paper of a certificate, landscape, in millimetres. Sizes and gaps are those of A4 on every paper; what is higher stands in the middle.</summary>
/// <param name="Down">How much lower everything stands than on A4.</param>
internal sealed record Sheet(double Width, double Height, double Down)
{
    public static Sheet A4 { get; } = new(297, 210, Down: 0);

    public static Sheet Letter { get; } = new(279.4, 215.9, Down: 2.95);
}
