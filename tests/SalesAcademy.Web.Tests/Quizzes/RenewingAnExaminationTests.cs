namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Solutions that a pass opened are not there to be copied from when the certificate is renewed. Every explanation carries a mark that is looked for.</summary>
public sealed class RenewingAnExaminationTests
{
    [Fact]
    public async Task What_a_pass_opened_is_closed_thirty_days_later()
    {
        using var content = MarkedContent.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var passed = await Sit(rep);
        var at = app.Time.GetUtcNow();

        var fresh = await Result(app, rep, passed);
        app.Time.SetUtcNow(at.AddDays(30).AddSeconds(-1));
        var last = await Result(app, rep, passed);
        app.Time.SetUtcNow(at.AddDays(30));
        var closed = await Result(app, rep, passed);

        Assert.Contains("can be read until Wed 23 Dec 08:00", fresh, StringComparison.Ordinal);
        Assert.Contains(MarkedContent.Canary, fresh, StringComparison.Ordinal);
        Assert.Contains(MarkedContent.Canary, last, StringComparison.Ordinal);
        Assert.DoesNotContain(MarkedContent.Canary, closed, StringComparison.Ordinal);
        Assert.Contains("could be read until 08:00", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("When you have passed", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_that_failed_shows_its_solutions_when_the_next_has_passed()
    {
        using var content = MarkedContent.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var earned = await Sit(rep);
        app.Time.Advance(TimeSpan.FromDays(700));
        using var later = new Sitting(app, await app.SignIn(rep.Person), rep.Person);

        var failed = await Sit(later, right: 0);
        var between = await Result(app, rep, failed);
        app.Time.Advance(TimeSpan.FromHours(1));
        await Sit(later);

        Assert.DoesNotContain(MarkedContent.Canary, between, StringComparison.Ordinal);
        Assert.Contains("When you have passed", between, StringComparison.Ordinal);
        Assert.Contains(MarkedContent.Canary, await Result(app, rep, failed), StringComparison.Ordinal);
        Assert.DoesNotContain(MarkedContent.Canary, await Result(app, rep, earned), StringComparison.Ordinal);
    }

    private static async Task<Guid> Sit(Sitting rep, int right = int.MaxValue)
    {
        var attempt = await rep.Start();
        await rep.AnswerAll(attempt, right);
        await rep.Submit(attempt);
        return attempt;
    }

    // A sign-in ends long before a month has passed.
    private static async Task<string> Result(AcademyApp app, Sitting rep, Guid attempt)
    {
        using var browser = await app.SignIn(rep.Person);
        return await browser.Open($"/quizzes/attempts/{attempt}/result");
    }
}
