using System.Globalization;
using System.Text;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>A request made once and sent many times; a number of fixed width in its body may rise with every sending.</summary>
internal sealed class Asking
{
    private const int Digits = 19;

    private readonly int counterAt;
    private long counter;

    private Asking(byte[] bytes, long counter, int counterAt) => (Bytes, this.counter, this.counterAt) = (bytes, counter, counterAt);

    public byte[] Bytes { get; }

    public static Asking Page(Uri address, string page, string cookies) =>
        new(Encoding.ASCII.GetBytes($"GET {page} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nCookie: {cookies}\r\n\r\n"), 0, -1);

    /// <summary>A form whose body begins with a rising sequence.</summary>
    public static Asking Form(Uri address, string page, string cookies, string token, string fields)
    {
        var sequence = DateTime.UtcNow.Ticks;
        var body = $"Sequence={Fixed(sequence)}&{fields}";
        var head = $"POST {page} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\nCookie: {cookies}\r\nRequestVerificationToken: {token}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n";
        return new Asking(Encoding.ASCII.GetBytes(head + body), sequence, head.Length + "Sequence=".Length);
    }

    public void Next()
    {
        if (counterAt >= 0)
            Encoding.ASCII.GetBytes(Fixed(++counter), Bytes.AsSpan(counterAt, Digits));
    }

    private static string Fixed(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}
