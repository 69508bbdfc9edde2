using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SalesAcademy.Reliability.Planted;

/// <summary>Gives the notes behind the one before the one asked for: the last shown comes again.</summary>
internal sealed class DoubledFetch : IStartupFilter
{
    private const string Since = "/coaching/notes/since/";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            if (context.Request.Path.Value is { } path && path.StartsWith(Since, StringComparison.Ordinal) && long.Parse(path[Since.Length..], CultureInfo.InvariantCulture) is > 0 and var last)
                context.Request.Path = $"{Since}{last - 1}";
            return go(context);
        });
        next(app);
    };
}
