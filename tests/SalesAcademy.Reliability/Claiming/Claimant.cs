using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Claiming;

/// <summary>How a claim was answered.</summary>
/// <param name="Seller">Number of who claimed.</param>
/// <param name="Lead">Which lead.</param>
/// <param name="Status">As HTTP.</param>
/// <param name="Why">What the page says to somebody who did not get it; empty where it says nothing.</param>
internal sealed record Answer(int Seller, Guid Lead, HttpStatusCode Status, string Why)
{
    public bool IsTaken => Status == HttpStatusCode.Redirect;

    /// <summary>Neither given nor refused with a reason.</summary>
    public bool IsSurprising => !IsTaken && (Status != HttpStatusCode.UnprocessableEntity || Why.Length == 0);
}

/// <summary>A seller at a browser who presses claim on one lead after the other.</summary>
internal sealed partial class Claimant(int number, Visitor visitor) : IDisposable
{
    public async Task<IReadOnlyList<Answer>> Claim(IEnumerable<Guid> leads)
    {
        var answers = new List<Answer>();
        foreach (var lead in leads)
        {
            using var answer = await visitor.Post($"/leads/{lead}/claim", []);
            var page = answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
            answers.Add(new(number, lead, answer.StatusCode, Reason().Match(page).Groups["why"].Value.Trim()));
        }

        return answers;
    }

    public void Dispose() => visitor.Dispose();

    [GeneratedRegex("""role="alert">.*?<b>(?<why>[^<]+)</b>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reason();
}
