using System.Security.Cryptography;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The files of recorded pitches. A file is whole and on the disk before anything says that it is there.</summary>
internal sealed class RecordingShelf(AcademyOptions options)
{
    /// <summary>Where the file of a recording lies.</summary>
    public string PathOf(Guid recording) => Path.Combine(options.Recordings, recording.ToString("N")[^2..], $"{recording:N}");

    /// <summary>Writes the file; returns its length and hash.</summary>
    public async Task<(long Bytes, string Sha256)> Keep(Guid recording, Stream content, CancellationToken cancellation)
    {
        var path = PathOf(recording);
        var unfinished = path + ".tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // never a root
        try
        {
            using var hash = SHA256.Create();
            long bytes;
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await using var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
                await content.CopyToAsync(hashing, cancellation);
                await hashing.FlushFinalBlockAsync(cancellation);
                file.Flush(flushToDisk: true);
                bytes = file.Length;
            }
            File.Move(unfinished, path, overwrite: false);
            return (bytes, Convert.ToHexStringLower(hash.Hash!)); // set once the final block is through
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public void Discard(Guid recording) => File.Delete(PathOf(recording));

    /// <summary>What the first bytes say the file is, as far as browsers record it; null for anything else, whatever it is called.</summary>
    public static async Task<string?> MediaTypeOf(Stream content, AnswerMedium medium, CancellationToken cancellation)
    {
        var start = new byte[12];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        var kind = medium == AnswerMedium.Video ? "video" : "audio";
        return start.AsSpan(0, length) switch
        {
            [0x1A, 0x45, 0xDF, 0xA3, ..] => $"{kind}/webm",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => $"{kind}/mp4",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => $"{kind}/ogg",
            _ => null,
        };
    }
}
