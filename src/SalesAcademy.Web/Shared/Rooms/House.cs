using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Audit;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Home;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Look;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Records;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>Builds the house around the rooms: what all of them share, then each room's own services and routes.</summary>
internal static class House
{
    /// <summary>Where settings and static files are: the project's folder while developing, the build's own folder once published.</summary>
    public static string Folder => File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    // What a browser has not taken by then it will hardly take later; the rest of its line is fetched when it is back.
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(4);

    public static void AddAcademy(this WebApplicationBuilder builder, IReadOnlyList<IRoom> rooms)
    {
        var options = AcademyOptions.Read(builder.Configuration, builder.Environment.ContentRootPath);
        // Unpublished and outside Development, static files would otherwise be answered 200 with an empty body.
        builder.WebHost.UseStaticWebAssets();
        // A default only: an address in appsettings.json would win over ASPNETCORE_URLS.
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls("http://localhost:5080");
        var limits = Limits.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => Bound(kestrel, limits));
        var services = builder.Services;
        services.AddSingleton(rooms).AddSingleton(TimeProvider.System).AddSingleton(p => new Clock(p.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById(options.Zone)));
        var https = options.Https ??= builder.Environment.IsProduction();
        services.AddAcademyData(options).AddSignIn(https, limits).AddLimits(limits);
        services.AddPages(https).AddLiveSignals(options);
        services.AddSingleton<NavigationCounts>().AddSingleton<IConsumer>(p => p.GetRequiredService<NavigationCounts>()).AddSingleton<IConsumer, NoticePush>();
        services.AddSingleton<Mounts>().AddSingleton<ClientFiles>().AddSingleton<KeptParts>().AddSingleton<ShellSpeech>().AddSingleton<ShellFilter>().AddSingleton<NoticeWords>().AddScoped<Moments>().AddSingleton<Health.Readiness>().AddScoped<INavigationCount, UnreadNotices>().AddSingleton<ICommand, BackupCommand>().AddSingleton<ICommand, RestoreCommand>();
        services.AddAudit(options).AddRecords();
        services.AddSingleton(new NavigationItem("today", typeof(HouseWords), "/", "sun", (Domain.Shared.Role)~0, 0, OnPhone: true));
        services.AddNoticeMail(builder.Configuration, options);
        foreach (var room in rooms)
            room.AddServices(services, builder.Configuration);
    }

    /// <summary>Begins what takes long in a start.</summary>
    public static void WarmUp(this WebApplication app)
    {
        foreach (var warmUp in app.Services.GetServices<IWarmUp>())
            warmUp.Begin();
    }

    public static void UseAcademy(this WebApplication app, IReadOnlyList<IRoom> rooms)
    {
        var options = app.Services.GetRequiredService<AcademyOptions>();
        app.UseTrustedProxies(options.Proxies);
        app.UseSecurityHeaders();
        app.UseHeadAsGet();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (options.Https == true)
            app.UseHsts().UseHttpsRedirection().UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        app.UseOriginCheck();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<PersonMiddleware>();
        app.UseReaderLanguage();
        app.UseReadableRequests();
        app.UseAuthorization(); // before the limits: who may not come at all is told so, however full the house is
        app.UseRateLimiter();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapHealth();
        app.MapControllers();
        app.MapHub<LiveHub>("/live", hub => (hub.CloseOnAuthenticationExpiration, hub.TransportSendTimeout) = (true, SlowestRead));
        app.SayGoodbye();
        foreach (var room in rooms)
            room.Map(app);
    }

    /// <summary>Takes the data folder and brings the stores to this build's schema; nothing is served before.</summary>
    public static async Task Open(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AcademyOptions>().Database is null)
            app.Services.GetRequiredService<DataFolder>();
        await app.Services.GetRequiredService<DatabaseSetup>().Run();
    }

    /// <summary>Opens the academy and serves until it is stopped; gives the exit code.</summary>
    public static async Task<int> Serve(this WebApplication app)
    {
        try
        {
            await app.Open();
        }
        catch (DataFolderException folder)
        {
            await Console.Error.WriteLineAsync(folder.Message);
            return 1;
        }

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Stop what listens there, or choose another address: ASPNETCORE_URLS=http://localhost:5081");
            return 1;
        }
    }

    /// <summary>Opens the stores for a command that writes but does not serve; disposing writes out what is queued.</summary>
    public static async Task<IAsyncDisposable> OpenLedger(this WebApplication app)
    {
        await app.Open();
        return await CommandSession.Start(app);
    }

    private static IServiceCollection AddPages(this IServiceCollection services, bool https)
    {
        var views = new RoomViews();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(views));
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(KnownWords<>)).AddLocalization().AddProblemDetails().AddHttpContextAccessor();
        services.AddControllersWithViews(o =>
        {
            o.Conventions.Add(views);
            o.Conventions.Add(new AddressFirst());
            o.ModelMetadataDetailsProviders.Add(new FormWords());
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.AddService<ShellFilter>();
            // Field names as jQuery writes them, which nothing here sends; a lone bracket would be a fault of the server.
            o.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            o.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        }).ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new RoomParts()))
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (type, factory) => new FormWords.Of(factory.Create(WordsOf(type)), factory.Create(typeof(HouseWords))));
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<HouseWords>>((o, words) => SayInWords(o.ModelBindingMessageProvider, words));
        // Hints for a validation script that no page has; an empty summary would even carry an inline style.
        services.Configure<MvcViewOptions>(o => o.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite) = (https ? "__Host-antiforgery" : "antiforgery", SameSiteMode.Strict)).KeepAntiforgeryTokens();
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddSingleton<IHttpResponseStreamWriterFactory, PageWriters>();
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddSingleton<IAuthorizationHandler, AllowHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void AddLiveSignals(this IServiceCollection services, AcademyOptions options)
    {
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = 2 * 1024;
            o.MaximumParallelInvocationsPerClient = 1;
        });
        // A page that stops reading while something is sent to it is cut off by SlowestRead below; one that is told nothing shows only by a ping that stays unanswered.
        // The browser itself answers, two bytes, also in a tab behind others. Both let go within five seconds; a busy machine may take three of them to answer.
        services.Configure<WebSocketOptions>(o => (o.KeepAliveInterval, o.KeepAliveTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        services.AddSingleton<LiveConnections>().AddSingleton<ILive, LivePush>();
        if (options is { Database: not null, Redis: not null })
            services.AddSingleton<RedisNodes>().AddSingleton<INodes>(p => p.GetRequiredService<RedisNodes>()).AddSingleton<IHealthSign>(p => p.GetRequiredService<RedisNodes>()).AddHostedService(p => p.GetRequiredService<RedisNodes>());
        else
            services.AddSingleton<INodes, NoNodes>();
        if (options.Database is not null)
            services.AddHostedService<LiveWatch>();
    }

    // Before SignalR, which was mapped earlier, drops the lines: what was registered last is called first.
    private static void SayGoodbye(this WebApplication app) => app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<ILive>().SayGoodbye);

    private static void Bound(KestrelServerOptions kestrel, Limits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.LiveConnections;
        kestrel.Limits.MaxRequestBodySize = limits.BodyKilobytes * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
    }

    // Messages of a form are words of its room.
    private static Type WordsOf(Type form) => RoomViews.RoomOf(form) is { } room ? form.Assembly.GetType($"SalesAcademy.Web.Features.{room}.Words") ?? typeof(HouseWords) : typeof(HouseWords);

    private static void SayInWords(DefaultModelBindingMessageProvider messages, IStringLocalizer<HouseWords> words)
    {
        messages.SetValueMustNotBeNullAccessor(_ => words["binding.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => words["binding.required"]);
        messages.SetValueIsInvalidAccessor(value => words["binding.invalid", value]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => words["binding.invalid", value]);
        messages.SetValueMustBeANumberAccessor(name => words["binding.invalid", name]);
    }
}
