using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed class SendingLeadsTests
{
    private const string Leads = "/api/v1/leads";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_lead_that_comes_in_is_given_to_a_seller_and_can_be_read_with_its_version(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var seller = await new Floor(app).Seller(Tier.C);
        using var machine = await Machine.With(app, Scopes.LeadsWrite, Scopes.LeadsRead);

        var arrived = await machine.Post(Leads, Machine.Lead("A-1"));

        Assert.Equal(HttpStatusCode.Created, arrived.StatusCode);
        var lead = await Machine.Of(arrived);
        Assert.Equal(("owned", $"{seller}", true), (Text(lead, "state"), Text(lead, "owner"), lead["created"]!.GetValue<bool>()));
        var read = await machine.Get(arrived.Headers.Location!.ToString());
        Assert.Equal(arrived.Headers.ETag, read.Headers.ETag);
        Assert.Equal(("A-1", "Kestrel Outdoor", "GBP"), (Text(await Machine.Of(read), "externalId"), Text(await Machine.Of(read), "company"), Text(await Machine.Of(read), "currency")));
        Assert.Equal(HttpStatusCode.NotModified, (await machine.Get(arrived.Headers.Location!.ToString(), $"{read.Headers.ETag}")).StatusCode);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await new Floor(app).FollowUp(seller, Guid.Parse(Text(lead, "id")!));
        Assert.Equal(HttpStatusCode.OK, (await machine.Get(arrived.Headers.Location!.ToString(), $"{read.Headers.ETag}")).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_same_external_id_is_the_same_lead_for_every_token_of_a_system_and_another_for_another(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        using var renewed = await Machine.With(app, Scopes.LeadsWrite);
        using var other = await Machine.Of(app, "shop", Scopes.LeadsWrite);

        var first = await machine.Post(Leads, Machine.Lead("A-1"));
        var again = await renewed.Post(Leads, Machine.Lead("A-1", company: "Renamed"));
        var elsewhere = await other.Post(Leads, Machine.Lead("A-1"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.StatusCode, again.StatusCode, elsewhere.StatusCode));
        Assert.Equal(Text(await Machine.Of(first), "id"), Text(await Machine.Of(again), "id"));
        Assert.NotEqual(Text(await Machine.Of(first), "id"), Text(await Machine.Of(elsewhere), "id"));
        Assert.Equal("Kestrel Outdoor", (await new Floor(app).Row(Guid.Parse(Text(await Machine.Of(first), "id")!))).Company);
    }

    [Fact]
    public async Task A_phone_number_is_enough_and_neither_is_a_fault_of_the_address()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite, Scopes.LeadsRead);

        var taken = await machine.Post(Leads, """{ "company": "青禾科技", "contact": "王敏", "phone": "13812345678", "tier": "C" }""");
        var refused = await machine.Post(Leads, """{ "company": "青禾科技", "contact": "王敏", "phone": "1234", "tier": "C" }""");
        var listed = (await Machine.Of(await machine.Get(Leads)))["data"]!.AsArray();

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, refused.StatusCode));
        Assert.Equal("/email", Text((await Machine.Of(refused))["errors"]![0]!, "pointer"));
        Assert.Equal($"{taken.Headers.ETag}", $"\"{Text(Assert.Single(listed)!, "version")}\"");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_calls_at_once_under_one_external_id_make_one_lead(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => machine.Post(Leads, Machine.Lead("A-1"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(1, await Count(app));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_call_sent_again_under_its_key_is_answered_the_same_and_another_body_is_refused(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        var lead = Machine.Lead();

        var (first, again) = (await machine.Post(Leads, lead, "one"), await machine.Post(Leads, lead, "one"));
        var other = await machine.Post(Leads, Machine.Lead(), "one");

        Assert.Equal(await Words(first), await Words(again));
        Assert.Equal((first.StatusCode, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Equal((422, "idempotency-key-reused"), await Kind(other));
        Assert.Equal(1, await Count(app));
    }

    [Fact]
    public async Task The_key_of_one_token_says_nothing_to_another()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        using var other = await Machine.With(app, Scopes.LeadsWrite);

        var answers = (await machine.Post(Leads, Machine.Lead(), "one"), await other.Post(Leads, Machine.Lead(), "one"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (answers.Item1.StatusCode, answers.Item2.StatusCode));
    }

    [Fact]
    public async Task A_call_without_a_key_or_without_json_or_too_large_is_refused()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");

        Assert.Equal((400, "idempotency-key-needed"), await Kind(await machine.Send(Leads, json, key: null)));
        Assert.Equal((400, "idempotency-key-needed"), await Kind(await machine.Post(Leads, "{}", new string('k', 65))));
        Assert.Equal((415, "json-needed"), await Kind(await machine.Send(Leads, text, "one")));
        Assert.Equal((413, "too-large"), await Kind(await machine.Post(Leads, $$"""{"about":"{{new string('x', 70_000)}}"}""")));
        Assert.Equal((404, "not-found"), await Kind(await machine.Post($"{Leads}/{Guid.NewGuid()}/assignment", "{}")));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Of_a_batch_each_lead_is_taken_or_refused_by_itself_and_the_batch_sent_again_takes_none_twice(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        await new Floor(app).Seller(Tier.C);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        var batch = new { leads = new[] { Machine.Lead("A-1"), new { company = "", contact = "D", email = "d@k.example", tier = "C" }, Machine.Lead("A-2"), Machine.Lead("A-1") } };

        var first = await machine.Post($"{Leads}/batch", batch, "one");
        var again = await machine.Post($"{Leads}/batch", batch, "one");
        var other = await machine.Post($"{Leads}/batch", new { leads = new[] { Machine.Lead("A-3") } }, "one");

        var answer = await Machine.Of(first);
        Assert.Equal((3, 1), (answer["taken"]!.GetValue<int>(), answer["refused"]!.GetValue<int>()));
        Assert.Equal([201, 422, 201, 200], answer["items"]!.AsArray().Select(item => item!["status"]!.GetValue<int>()));
        Assert.Equal("/leads/1/company", Text(answer["items"]![1]!["problem"]!["errors"]![0]!, "pointer"));
        Assert.Equal(answer.ToJsonString(), (await Machine.Of(again)).ToJsonString());
        Assert.Equal((422, "idempotency-key-reused"), await Kind(other));
        Assert.Equal(2, await Count(app));
    }

    [Fact]
    public async Task A_batch_holds_from_one_to_five_hundred_leads()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);

        var none = await machine.Post($"{Leads}/batch", new { leads = Array.Empty<object>() });
        var many = await machine.Post($"{Leads}/batch", new { leads = Enumerable.Range(0, 501).Select(i => Machine.Lead($"A-{i}")) });

        Assert.Equal(((422, "invalid"), (422, "invalid")), (await Kind(none), await Kind(many)));
        Assert.Equal(0, await Count(app));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_list_is_read_page_by_page_in_the_order_of_changes_and_can_be_followed(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsWrite, Scopes.LeadsRead);
        foreach (var i in Enumerable.Range(0, 5))
        {
            await machine.Post(Leads, Machine.Lead($"A-{i}"));
            app.Time.Advance(TimeSpan.FromSeconds(i % 2)); // some at the same instant
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await machine.Read($"{Leads}?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["data"]!.AsArray().Select(lead => Text(lead!, "externalId")!));
            cursor = Text(page, "next");
        }
        while (cursor is not null);
        var since = app.Clock.Now;
        var floor = new Floor(app);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await floor.Claim(await floor.Seller(Tier.C), await floor.InPool());

        Assert.Equal(["A-0", "A-1", "A-2", "A-3", "A-4"], seen.Order(StringComparer.Ordinal));
        var changed = await machine.Read($"{Leads}?updatedSince={since:yyyy-MM-ddTHH:mm:ssZ}&state=owned");
        Assert.Equal("Harbor and Pine", Text(Assert.Single(changed["data"]!.AsArray())!, "company"));
        Assert.Equal(5, (await machine.Read($"{Leads}?state=waiting"))["data"]!.AsArray().Count);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_outcome_ends_a_lead_if_it_is_still_what_the_caller_saw(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        using var machine = await Machine.With(app, Scopes.LeadsWrite, Scopes.LeadsRead);
        var arrived = await machine.Post(Leads, Machine.Lead());
        var url = $"{arrived.Headers.Location}/outcome";
        var seen = $"{arrived.Headers.ETag}";

        Assert.Equal((428, "version-needed"), await Kind(await machine.Post(url, new { outcome = "won" })));
        Assert.Equal((422, "invalid"), await Kind(await machine.Post(url, new { outcome = "lost" }, version: seen)));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await floor.FollowUp(seller, Id(arrived));
        Assert.Equal((412, "changed"), await Kind(await machine.Post(url, new { outcome = "won" }, version: seen)));
        var unagreed = (await machine.Get(arrived.Headers.Location!.ToString())).Headers.ETag!.ToString();
        Assert.Equal((409, "refused"), await Kind(await machine.Post(url, new { outcome = "won" }, version: unagreed)));
        await floor.Agrees(seller, Id(arrived));
        var agreed = await machine.Get(arrived.Headers.Location!.ToString());
        Assert.Contains("\"offers\":[{\"of\":\"proposal\",\"by\":\"finance\",\"version\":1,\"sum\":128000", await agreed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"ruling\":\"agreed\"", await agreed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var now = agreed.Headers.ETag!.ToString();
        Assert.NotEqual(unagreed, now);
        var won = await machine.Post(url, new { outcome = "won" }, "end", now);

        Assert.Equal((HttpStatusCode.OK, "won", $"{seller}"), (won.StatusCode, Text(await Machine.Of(won), "state"), Text(await Machine.Of(won), "owner")));
        Assert.Equal(await Words(won), await Words(await machine.Post(url, new { outcome = "won" }, "end", now)));
        Assert.Equal((409, "refused"), await Kind(await machine.Post(url, new { outcome = "won" }, version: $"{won.Headers.ETag}")));
        Assert.Equal(machine.Token, Assert.Single(await app.Events(), e => e.Type == "lead-won").Actor);
    }

    [Fact]
    public async Task A_returned_lead_goes_to_the_pool_with_its_reason_and_a_cool_down()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        var arrived = await machine.Post(Leads, Machine.Lead());

        var returned = await machine.Post($"{arrived.Headers.Location}/outcome", new { outcome = "returned", reason = "Wrong region" }, version: $"{arrived.Headers.ETag}");

        Assert.Equal(("pool", null), (Text(await Machine.Of(returned), "state"), Text(await Machine.Of(returned), "owner")));
        Assert.Equal(Rule.Conflict, Floor.RefusedBy(await floor.Claim(seller, Id(arrived))));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_assignment_asks_the_engine_again_or_gives_a_lead_to_a_named_seller_by_the_rules(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        using var machine = await Machine.With(app, Scopes.LeadsWrite);
        var arrived = await machine.Post(Leads, Machine.Lead());
        var url = $"{arrived.Headers.Location}/assignment";

        var (_, _, waits) = await Machine.ProblemOf(await machine.Post(url, "{}"));
        var shadow = await floor.Seller(Tier.Shadow, "Shadow");
        var (_, _, refused) = await Machine.ProblemOf(await machine.Post(url, new { to = shadow }));
        var seller = await floor.Seller(Tier.C);
        var given = await machine.Post(url, "{}");
        var colleague = await floor.Seller(Tier.C, "Colleague");
        var passed = await machine.Post(url, new { to = colleague, reason = "Nearer" });

        Assert.Equal(("still-waiting", "not-eligible"), (Text(waits, "reason"), Text(refused, "reason")));
        Assert.Contains("R2", Text(refused, "detail"), StringComparison.Ordinal);
        Assert.Equal(($"{seller}", $"{colleague}"), (Text(await Machine.Of(given), "owner"), Text(await Machine.Of(passed), "owner")));
        Assert.Equal((404, "not-found"), await Kind(await machine.Post(url, new { to = Guid.NewGuid() })));
    }

    [Fact]
    public async Task A_lead_of_the_pool_goes_to_a_named_seller_if_every_rule_passes()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (lead, seller) = (await floor.InPool(Tier.B), await floor.Seller(Tier.B));
        using var machine = await Machine.With(app, Scopes.LeadsWrite);

        var given = await machine.Post($"{Leads}/{lead}/assignment", new { to = seller });

        Assert.Equal(("owned", $"{seller}"), (Text(await Machine.Of(given), "state"), Text(await Machine.Of(given), "owner")));
        Assert.Equal(Taking.Transferred, await How(app, lead));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Whatever_is_sent_the_answer_is_never_an_error_of_the_server(Store store)
    {
        string[] values =
        [
            "null", "0", "-1", "1e400", "9999999999999999999999", "true", "[]", "{}", "\"\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"9999-12-31\"", "\"{0}|\\u202e<b>\"", $"\"{new string('x', 1500)}\"", new string('[', 100),
        ];
        string[] fields = ["externalId", "company", "email", "tier", "value", "currency", "contactAllowed", "tags", "leads", "outcome", "reason", "to"];
        await using var app = new AcademyApp(store, new() { ["Academy:Limits:ApiPerMinute"] = "100000" }, withoutRounds: true);
        var lead = await new Floor(app).InPool();
        using var machine = await Machine.With(app, [.. Scopes.All]);
        var errors = new List<string>();

        foreach (var value in values)
        {
            foreach (var url in (string[])[Leads, $"{Leads}/batch", $"{Leads}/{lead}/outcome", $"{Leads}/{lead}/assignment"])
                foreach (var body in fields.Select(field => $"{{\"{field}\":{value}}}").Append(value).Append($"{{\"leads\":[{value}]}}"))
                    if (await machine.Post(url, body, version: "\"x\"") is { StatusCode: >= HttpStatusCode.InternalServerError } answer)
                        errors.Add($"{url} with {body[..Math.Min(body.Length, 60)]} answered {(int)answer.StatusCode}");
            foreach (var url in (string[])[Leads, $"{Leads}/{lead}/eligibility", "/api/v1/decisions", $"/api/v1/decisions/{lead}", $"/api/v1/eligibility/reps/{lead}"])
                foreach (var part in (string[])["cursor", "after", "limit", "state", "updatedSince", "rep"])
                    if (await machine.Get($"{url}?{part}={Uri.EscapeDataString(value)}") is { StatusCode: >= HttpStatusCode.InternalServerError } answer)
                        errors.Add($"{url}?{part}={value} answered {(int)answer.StatusCode}");
        }

        Assert.Empty(errors);
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_as_a_problem_also_to_who_claims_to_read_pages()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var machine = await Machine.With(app, Scopes.LeadsRead);
        machine.Http.DefaultRequestHeaders.Add("Accept", "text/html, */*");

        var answer = await machine.Get("/api/v1/nothing");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static Guid Id(HttpResponseMessage arrived) => Guid.Parse(arrived.Headers.Location!.ToString().Split('/')[^1]);

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static Task<string> Words(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<(int, string)> Kind(HttpResponseMessage answer)
    {
        var (status, kind, _) = await Machine.ProblemOf(answer);
        return (status, kind);
    }

    private static async Task<int> Count(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<LeadRow>().CountAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Taking> How(AcademyApp app, Guid lead)
    {
        await using var db = app.Read();
        return await db.Set<OwnershipRow>().Where(o => o.Lead == lead).Select(o => o.How).SingleAsync(TestContext.Current.CancellationToken);
    }
}
