using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesAcademy.Running;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Reliability.Planted;

/// <summary>The whole product with one faulty part in place of its own: what a control must catch.</summary>
internal static class FaultyAcademy
{
    public const string Command = "serve-faulty";
    public const string EarlyAcknowledgement = "early-acknowledgement";
    public const string UnsyncedCommits = "unsynced-commits";
    public const string DeafRelay = "deaf-relay";
    public const string DoubledFetch = "doubled-fetch";

    public static async Task Serve(string fault)
    {
        var rooms = People.Rooms();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(House).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.AddAcademy(rooms);
        Plant(fault, builder.Services);
        var app = builder.Build();
        app.UseAcademy(rooms);
        await app.Open();
        await app.RunAsync();
    }

    private static void Plant(string fault, IServiceCollection services)
    {
        if (fault == EarlyAcknowledgement)
            services.AddSingleton<ILedger>(provider => new EarlyLedger(provider.GetRequiredService<SqliteLedger>()));
        else if (fault == UnsyncedCommits)
            services.AddSingleton(LeaveToTheCache(services.Single(service => service.ServiceType == typeof(Func<SqliteWriter>)).ImplementationFactory!)); // registered by a factory
        else if (fault == DeafRelay)
        {
            services.Remove(services.Single(service => service.ServiceType == typeof(IConsumer) && service.ImplementationType == typeof(NotePush)));
            services.AddSingleton<NotePush>().AddSingleton<IConsumer, Planted.DeafRelay>();
        }
        else if (fault == DoubledFetch)
            services.AddSingleton<IStartupFilter, Planted.DoubledFetch>();
        else
            throw new ArgumentException($"There is no fault {fault}.", nameof(fault));
    }

    private static Func<IServiceProvider, Func<SqliteWriter>> LeaveToTheCache(Func<IServiceProvider, object> factory) => provider =>
    {
        var open = (Func<SqliteWriter>)factory(provider);
        return () =>
        {
            var writer = open();
            writer.Execute(new Statement("PRAGMA synchronous=OFF"), []);
            return writer;
        };
    };
}
