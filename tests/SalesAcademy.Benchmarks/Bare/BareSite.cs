using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace SalesAcademy.Benchmarks.Bare;

/// <summary>What the parts can do by themselves: an MVC view that writes given bytes behind a sign-in cookie, a group-commit writer behind a minimal endpoint, and a hub.</summary>
internal static class BareSite
{
    public const string Page = "Bare__Page";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static async Task<int> Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new BarePage(await File.ReadAllTextAsync(builder.Configuration["Bare:Page"]!))); // the load console gives it
        builder.Services.AddSingleton(BareWriter.Open(Path.Combine(builder.Configuration["Academy:Data"]!, "bare.db"))); // as above
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        builder.Services.AddSignalR();
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(OnlyThisProject);
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.MapHub<BareHub>("/live");
        app.MapGet("/readyz", () => "ready");
        app.MapPost("/sign-in", (HttpContext http) => http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "bare"))));
        app.MapPost("/answers/{attempt:guid}", Save);
        await app.RunAsync();
        return 0;
    }

    private static async Task<object> Save(Guid attempt, HttpRequest request, BareWriter writer)
    {
        var form = await request.ReadFormAsync();
        var answer = new BareAnswer(attempt, int.Parse(form["Question"]!, Invariant), form["Option"]!, long.Parse(form["Sequence"]!, Invariant), TimeProvider.System.GetUtcNow().UtcDateTime); // the load console sends them; the product reads the same clock for each save
        await writer.Save(answer);
        return new { at = answer.At, sequence = answer.Sequence, values = new[] { answer.Choice } };
    }

    // The product is referenced for its rows, not for its pages.
    private static void OnlyThisProject(ApplicationPartManager parts)
    {
        foreach (var other in parts.ApplicationParts.Where(part => part.Name != typeof(BareSite).Assembly.GetName().Name).ToList())
            parts.ApplicationParts.Remove(other);
    }
}

internal sealed record BarePage(string Html);

/// <summary>The bare page.</summary>
public sealed class BareController : Controller
{
    [HttpGet("/lesson"), Authorize]
    public IActionResult Lesson() => View("/Bare/Lesson.cshtml", HttpContext.RequestServices.GetRequiredService<BarePage>().Html);
}
