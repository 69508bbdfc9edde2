using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Features.Planted;
using SalesAcademy.Web.Features.PlantedToo;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Tests.House;

public sealed class RoomsKeepToTheirDoorsTests
{
    private static readonly DoorPlates House = new(DoorPlates.Hung);

    // The same guard over a house with two rooms of offences (Planted.cs).
    private static readonly DoorPlates PlantedHouse = new([.. DoorPlates.Hung, new PlantedRoom(), new PlantedTooRoom()], withPlanted: true);

    [Fact]
    public void Every_room_of_the_folder_has_a_plate_and_every_plate_is_hung_up()
    {
        using var app = new AcademyApp();

        var hung = app.Services.GetRequiredService<IReadOnlyList<IRoom>>().Select(room => DoorPlates.NameOf(room.GetType())).Order();

        Assert.Equal(DoorPlates.Hung.Select(room => DoorPlates.NameOf(room.GetType())).Order(), hung);
        Assert.Equal(hung, House.RoomsInFolders.Order());
        Assert.All(DoorPlates.Hung, room => Assert.EndsWith(".", room.Purpose, StringComparison.Ordinal));
    }

    [Fact]
    public void No_room_enters_another_but_by_its_front_door_and_only_where_its_plate_says_so()
    {
        var trespasses = DoorPlates.Hung.SelectMany(House.Trespasses).ToArray();

        Assert.True(trespasses.Length == 0, string.Join('\n', trespasses));
    }

    [Fact]
    public void Every_visit_on_a_plate_is_made_and_every_event_on_it_is_heard() => Assert.Empty(DoorPlates.Hung.SelectMany(House.Idle));

    [Fact]
    public void No_arrow_points_up() => Assert.Empty(House.Circles());

    [Fact]
    public void Shared_and_data_know_no_room() => Assert.Empty(House.RoomsKnownToAll());

    [Theory]
    [InlineData("Planted.WithoutThePlate enters SalesAcademy.Web.Features.Quizzes.QuizBook")]
    [InlineData("Planted.ThroughTheWall enters SalesAcademy.Web.Features.Leads.LeadKeeper")]
    [InlineData("Planted.IntoARow enters SalesAcademy.Web.Features.Leads.LeadRow")]
    [InlineData("AspNetCoreGeneratedDocument.Features_Planted_View_cshtml enters SalesAcademy.Web.Features.Certificates.DeskFilter")]
    [InlineData("Planted.EavesdroppingProjection listens to SalesAcademy.Domain.Coaching.NoteSent, which is not on the plate")]
    public void A_planted_trespass_is_found(string offence) =>
        Assert.Contains(PlantedHouse.Trespasses(new PlantedRoom()), found => found.EndsWith(offence, StringComparison.Ordinal));

    [Fact]
    public void What_a_planted_plate_promises_in_vain_is_found() =>
        Assert.Equal(["Planted does not use Courses", "Planted does not hear CertificateIssued"], PlantedHouse.Idle(new PlantedRoom()));

    [Fact]
    public void A_planted_circle_is_found() => Assert.Equal(["Planted", "PlantedToo"], PlantedHouse.Circles());

    [Fact]
    public void Planted_knowledge_of_a_room_in_what_all_share_is_found() => Assert.Equal(
        ["SalesAcademy.Web.Data.Planted.KnowsARoom knows SalesAcademy.Web.Features.People.Staff", "SalesAcademy.Web.Shared.Planted.KnowsARoom knows SalesAcademy.Web.Features.People.Staff"],
        PlantedHouse.RoomsKnownToAll().Order(StringComparer.Ordinal));
}
