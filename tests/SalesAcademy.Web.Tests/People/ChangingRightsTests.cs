using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using static SalesAcademy.Web.Tests.People.KeepingPeopleTests;

namespace SalesAcademy.Web.Tests.People;

public sealed class ChangingRightsTests
{
    [Fact]
    public async Task A_granted_role_opens_pages_from_the_next_request_and_a_taken_one_closes_them()
    {
        await using var app = new AcademyApp();
        using var admin = await app.SignIn(await app.Join("Ada", Role.Admin));
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = await app.SignIn(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/people")).StatusCode);

        await admin.Submit($"/people/{person}/roles", ("Roles", "Rep"), ("Roles", "Hr"));
        var opened = (await browser.Get("/people")).StatusCode;
        await admin.Submit($"/people/{person}/roles", ("Roles", "Rep"));
        var closed = (await browser.Get("/people")).StatusCode;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (opened, closed));
        Assert.Equal(["roles-changed", "roles-changed"], await EventsOf(app, person));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one(Store store)
    {
        await using var app = new AcademyApp(store);
        var (one, two) = (await app.Join("One", Role.Admin | Role.Rep), await app.Join("Two", Role.Admin | Role.Rep));
        using var first = await app.SignIn(one);
        using var second = await app.SignIn(two);
        await first.Open("/");
        await second.Open("/");

        await Task.WhenAll(first.Submit($"/people/{two}/roles", ("Roles", "Rep")), second.Submit($"/people/{one}/suspension", ("Reason", "race")));

        await using var db = app.Read();
        var left = from role in db.Set<RoleRow>() join p in db.Set<PersonRow>() on role.PersonId equals p.Id where role.Role == Role.Admin && p.SuspendedAt == null select p.Id;
        Assert.Single(await left.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_promotes_themselves_and_the_last_administrator_stays()
    {
        await using var app = new AcademyApp();
        var ada = await app.Join("Ada", Role.Admin);
        using var admin = await app.SignIn(ada);

        var promoted = await admin.Submit($"/people/{ada}/roles", ("Roles", "Admin"), ("Roles", "Hr"));
        var resigned = await admin.Submit($"/people/{ada}/roles", ("Roles", "Rep"));
        var suspended = await admin.Submit($"/people/{ada}/suspension", ("Reason", "holiday"));

        Assert.All([promoted, resigned, suspended], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Empty(await EventsOf(app, ada));
    }

    [Fact]
    public async Task A_manager_who_loses_the_role_answers_for_no_team()
    {
        await using var app = new AcademyApp();
        using var admin = await app.SignIn(await app.Join("Ada", Role.Admin));
        var manager = await app.Join("Mei Lin", Role.Manager);
        await app.Team("North", manager);

        await admin.Submit($"/people/{manager}/roles", ("Roles", "Rep"));

        Assert.Equal(["management-changed", "roles-changed", "management-changed"], await EventsOf(app, manager));
        Assert.Contains("Nobody answers for this team", await admin.Open("/people/teams"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_person_is_out_at_the_next_request_and_their_live_connection_ends()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var visitor = app.Visitor();
        var answer = await visitor.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0];
        var ended = new TaskCompletionSource();
        await using var live = new HubConnectionBuilder().WithUrl(new Uri(app.Server.BaseAddress, "live"), options =>
        {
            options.HttpMessageHandlerFactory = _ => app.Server.CreateHandler();
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
            options.Headers.Add("Cookie", cookie);
        }).Build();
        live.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        await live.StartAsync(TestContext.Current.CancellationToken);

        await hr.Submit($"/people/{person}/suspension", ("Reason", "left the company"));
        var next = (await visitor.Get("/")).StatusCode;

        Assert.Equal(HttpStatusCode.Redirect, next);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Contains("left the company", await hr.Open($"/people/{person}"), StringComparison.Ordinal);
        Assert.DoesNotContain(await app.Events(), e => e.Json.Contains("left the company", StringComparison.Ordinal));
        Assert.NotNull((await app.Events()).Single(e => e.Type == "person-suspended").ReasonHash);
    }

    [Fact]
    public async Task A_reinstated_person_signs_in_anew()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var before = await app.SignIn(person);

        await hr.Submit($"/people/{person}/suspension", ("Reason", "leave without notice"));
        await Eventually.Holds(async () => await Sessions(app, person) == 0, "every session ended");
        await hr.Submit($"/people/{person}/reinstatement");

        Assert.Equal(HttpStatusCode.Redirect, (await before.Get("/")).StatusCode);
        using var after = await app.SignIn(person);
        await after.Open("/");
        Assert.Equal(["person-suspended", "person-reinstated"], await EventsOf(app, person));
    }

    [Fact]
    public async Task Hr_neither_suspends_an_administrator_nor_sets_a_password()
    {
        await using var app = new AcademyApp();
        var ada = await app.Join("Ada", Role.Admin);
        await app.Join("Other", Role.Admin);
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/people/{ada}/suspension", ("Reason", "coup"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await hr.Submit($"/people/{ada}/password", ("Password", "a river of one's own"))).StatusCode);
    }

    [Fact]
    public async Task A_lost_password_is_replaced_and_whoever_was_signed_in_is_out()
    {
        await using var app = new AcademyApp();
        using var admin = await app.SignIn(await app.Join("Ada", Role.Admin));
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var thief = await app.SignIn(person);

        await admin.Submit($"/people/{person}/password", ("Password", "a river of one's own"));

        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/")).StatusCode);
        using var owner = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await owner.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", "a river of one's own"))).StatusCode);
    }

    [Fact]
    public async Task Changing_ones_password_keeps_this_session_and_ends_the_others()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var here = await app.SignIn(person);
        using var elsewhere = await app.SignIn(person);

        var wrong = await here.Submit("/people/me/password", ("Present", "not this one at all"), ("Next", "a river of one's own"));
        var common = await here.Submit("/people/me/password", ("Present", AcademyApp.Password), ("Next", "passwordpassword"));
        var right = await here.Submit("/people/me/password", ("Present", AcademyApp.Password), ("Next", "a river of one's own"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect], [wrong.StatusCode, common.StatusCode, right.StatusCode]);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/")).StatusCode);
        Assert.Equal(["password-changed"], await EventsOf(app, person));
    }

    private static async Task<int> Sessions(AcademyApp app, Guid person)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<SalesAcademy.Web.Data.SignInDb>().Sessions.Count(s => s.Person == person);
    }
}
