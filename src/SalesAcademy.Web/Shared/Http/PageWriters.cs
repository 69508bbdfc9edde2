using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Lets a page leave in one piece instead of three: the framework's own buffer is a third of a lesson.</summary>
internal sealed class PageWriters : IHttpResponseStreamWriterFactory
{
    private const int LongPage = 48 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, LongPage, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
