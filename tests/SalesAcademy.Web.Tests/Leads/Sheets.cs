using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>What sales operations do with files of leads.</summary>
internal static class Sheets
{
    public static LeadImporter Importer(this AcademyApp app) => app.Services.GetRequiredService<LeadImporter>();

    public static Task<string> Send(this Browser browser, string sheet, string name = "leads.csv") => browser.Send(Encoding.UTF8.GetBytes(sheet), name);

    /// <summary>Sends a file and gives the address of its preview.</summary>
    public static async Task<string> Send(this Browser browser, byte[] sheet, string name = "leads.csv")
    {
        var answer = await browser.Upload(sheet, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> Upload(this Browser browser, byte[] sheet, string name = "leads.csv")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.AntiforgeryToken()), "__RequestVerificationToken" },
            { new ByteArrayContent(sheet), "Sheet", name },
        };
        return await browser.Http.PostAsync("/leads/import", form, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads a file that the site gives.</summary>
    public static async Task<string> Read(this Browser browser, string url)
    {
        var answer = await browser.Get(url);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>Counts the commands that are sent to a database in this flow of work.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly AsyncLocal<bool> here = new();
    private int commands;

    public int Commands => commands;

    public IDisposable Listen()
    {
        here.Value = true;
        return DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name)
            listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (here.Value && happened.Key == RelationalEventId.CommandExecuted.Name)
            Interlocked.Increment(ref commands);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
