namespace SalesAcademy.Web.Features.Coaching.Readers;

internal static class ReaderServices
{
    /// <summary>Who beside the two reads notes.</summary>
    public static IServiceCollection AddNoteReaders(this IServiceCollection services) => services
        .AddSingleton<ReadThread>()
        .AddScoped<ThreadBook>()
        .AddScoped<WhoReads>();
}
