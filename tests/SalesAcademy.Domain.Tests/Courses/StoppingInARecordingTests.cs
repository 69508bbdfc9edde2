using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Domain.Tests.Courses;

/// <summary>Where somebody is in a recording, whichever of their pages tell it and however late.</summary>
public sealed class StoppingInARecordingTests
{
    private static readonly DateTime Noon = new(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 90, 60, 5, false, 90)] // another tab, still near the beginning
    [InlineData(0, 90, -60, 5, false, 90)] // told late
    [InlineData(0, 90, -60, 120, false, 120)] // told late, and further
    [InlineData(0, 90, 60, 5, true, 5)] // went back, or came to the end
    [InlineData(0, 90, -60, 5, true, 90)] // went back before that
    [InlineData(0, 0, 60, 8, false, 8)] // heard to the end, and begun again
    [InlineData(0, 0, -60, 88, false, 0)] // on the way to that end, told late
    [InlineData(1, 90, -60, 5, false, 5)] // another recording under the same name
    public void It_goes_back_only_where_the_person_went_back(int edition, double before, int later, double now, bool isMeant, double expected)
    {
        var place = StoppedAt.After(new("0", before, Noon), new($"{edition}", now, Noon.AddSeconds(later)), isMeant);

        Assert.Equal(expected, place.Seconds);
    }
}
