using System.Net;
using System.Net.Sockets;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Coaching;

/// <summary>Writes numbered notes. One that was not answered is sent again under its key, to whatever node answers then, until it is.</summary>
internal sealed class Coach(Visitor visitor, Team team)
{
    /// <summary>How long the answered try of each note took, in milliseconds.</summary>
    public List<double> Took { get; } = [];

    /// <summary>When the try began that was answered.</summary>
    public async Task<long> Send(int reader, int number)
    {
        var key = Guid.CreateVersion7().ToString("N");
        for (var started = Environment.TickCount64; Environment.TickCount64 - started < Machine.Patience.TotalMilliseconds;)
        {
            var asked = Environment.TickCount64;
            try
            {
                using var answer = await visitor.Post(
                    "/coaching/notes",
                    [("Person", $"{team.Readers[reader]}"), ("Text", $"note-{number}-end"), ("Course", team.Course), ("Lesson", team.Lesson), ("Block", team.Block)],
                    key);
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    lock (Took)
                        Took.Add(Environment.TickCount64 - asked);
                    return asked;
                }

                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    throw new InvalidOperationException($"A note was refused: {(int)answer.StatusCode}");
            }
            catch (Exception e) when (e is HttpRequestException or SocketException)
            {
                // The line or the node broke; whether the note arrived, nobody knows.
            }

            await Task.Delay(100); // as a person tries again; a node that has just been killed takes a second to be back
        }

        throw new InvalidOperationException("A note was never answered.");
    }
}
