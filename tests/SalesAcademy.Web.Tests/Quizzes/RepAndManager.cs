using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A rep and the manager of the rep's team, both signed in.</summary>
internal sealed record RepAndManager(Sitting Rep, Browser Manager) : IDisposable
{
    public static async Task<RepAndManager> Of(AcademyApp app)
    {
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var person = await app.Join("Lin Xiao", Role.Rep, await app.Team("North", manager), profile: "sdr");
        await app.ClearTheWay(person);
        return new(new Sitting(app, await app.SignIn(person), person), await app.SignIn(manager));
    }

    public void Dispose()
    {
        Rep.Dispose();
        Manager.Dispose();
    }
}
