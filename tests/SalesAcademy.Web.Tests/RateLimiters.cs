using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SalesAcademy.Web.Tests;

/// <summary>
/// Ends the rate limiters of one app. The framework's middleware makes one that nobody can reach, whose timer beats ten times a second and holds
/// the whole app for ever: one server never ends, but a thousand tests would leave nine gigabytes and fifteen thousand beats a second behind.
/// </summary>
internal sealed class RateLimiters : IStartupFilter
{
    private RequestDelegate? pipeline;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => pipeline = rest);
        next(app);
    };

    public void End()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (pipeline is not null)
            Visit(pipeline);
        pipeline = null;

        void Visit(object part)
        {
            if (!seen.Add(part))
                return;
            var step = part is Delegate { Target: { } target } ? target : part;
            foreach (var value in FieldsOf(step.GetType()).Select(field => field.GetValue(step)))
                if (value is PartitionedRateLimiter<HttpContext> limiter)
                    limiter.Dispose();
                else if (value is not null && (value is RequestDelegate || FieldsOf(value.GetType()).Any(field => field.FieldType == typeof(RequestDelegate))))
                    Visit(value);
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null ? [] : FieldsOf(type.BaseType)
        .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
}
