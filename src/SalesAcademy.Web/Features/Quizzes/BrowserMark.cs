using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Tells the browsers of one attempt apart without keeping what they are: the beginning of a hash of what the browser calls itself, salted
/// with the attempt, so that no two attempts can be laid side by side. Two browsers of the same name and version are one.
/// </summary>
internal static class BrowserMark
{
    // One change in four thousand million is missed, and nobody is told which.
    private const int Length = 8;

    public static string Of(Guid attempt, string browser) => Convert.ToHexStringLower(SHA256.HashData([.. attempt.ToByteArray(), .. Encoding.UTF8.GetBytes(browser)]))[..Length];
}
