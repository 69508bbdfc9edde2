namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A rectangle with round corners as a way walked clockwise from the middle of its top.</summary>
internal sealed class RoundedOutline
{
    private readonly double left, top, right, bottom, radius;
    private readonly (double Length, Func<double, (double X, double Y, double NormalX, double NormalY)> At)[] stretches;

    public RoundedOutline(double width, double height, double inset, double radius)
    {
        (left, top, right, bottom, this.radius) = (inset, inset, width - inset, height - inset, radius);
        var (across, along, corner, middle) = (right - left - (2 * radius), bottom - top - (2 * radius), Math.PI * radius / 2, width / 2);
        stretches =
        [
            (across / 2, s => (middle + s, top, 0, -1)),
            (corner, s => Corner(right - radius, top + radius, -Math.PI / 2, s)),
            (along, s => (right, top + radius + s, 1, 0)),
            (corner, s => Corner(right - radius, bottom - radius, 0, s)),
            (across, s => (right - radius - s, bottom, 0, 1)),
            (corner, s => Corner(left + radius, bottom - radius, Math.PI / 2, s)),
            (along, s => (left, bottom - radius - s, -1, 0)),
            (corner, s => Corner(left + radius, top + radius, Math.PI, s)),
            (across / 2, s => (left + radius + s, top, 0, -1)),
        ];
        Length = stretches.Sum(stretch => stretch.Length);
        (Width, Height) = (width, height);
        Straights =
        [
            Straight(-across / 2, across), Straight((across / 2) + corner, along),
            Straight((across / 2) + (2 * corner) + along, across), Straight((1.5 * across) + (3 * corner) + along, along),
        ];

        StraightWay Straight(double from, double length)
        {
            var (x, y, normalX, normalY) = At(from + (length / 2));
            return new(from, from + length, x, y, normalX, normalY);
        }
    }

    /// <summary>Of the paper in whose middle it lies.</summary>
    public double Width { get; }

    public double Height { get; }

    public double Length { get; }

    /// <summary>The top, the right, the bottom and the left, without the corners.</summary>
    public IReadOnlyList<StraightWay> Straights { get; }

    /// <summary>The point that far on the way, and the direction outwards there.</summary>
    public (double X, double Y, double NormalX, double NormalY) At(double distance)
    {
        var rest = ((distance % Length) + Length) % Length;
        foreach (var (length, at) in stretches)
        {
            if (rest <= length)
                return at(rest);
            rest -= length;
        }

        return stretches[0].At(0);
    }

    private (double X, double Y, double NormalX, double NormalY) Corner(double centreX, double centreY, double from, double distance)
    {
        var (sine, cosine) = Math.SinCos(from + (distance / radius));
        return (centreX + (radius * cosine), centreY + (radius * sine), cosine, sine);
    }
}

/// <summary>A straight part of a way: how far along it begins and ends, where its middle lies, and the direction outwards.</summary>
internal sealed record StraightWay(double From, double To, double X, double Y, double NormalX, double NormalY)
{
    /// <summary>Puts what is drawn about the origin, along the first axis and outwards against the second, that far on the way; in micrometres.</summary>
    public SkiaSharp.SKMatrix At(double distance)
    {
        var (on, directionX, directionY) = (distance - ((From + To) / 2), -NormalY, NormalX);
        return new(
            (float)directionX, (float)-NormalX, Micrometres.Of(X + (on * directionX)),
            (float)directionY, (float)-NormalY, Micrometres.Of(Y + (on * directionY)), 0, 0, 1);
    }
}
