using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Finds the file of an import: the one that has begun, or the one that waits for somebody to say yes.</summary>
internal sealed class ImportFiles(UploadShelf shelf, SheetColumns columns, Limits limits)
{
    public Decision<LeadSheet> Open(ReadOnlySpan<byte> bytes) => TextFile.Read(bytes) switch
    {
        Accepted<string> text => LeadSheet.Open(text.Value, columns, limits.ImportRows),
        Refused<string> refused => refused.Reason,
        _ => throw new InvalidOperationException("A decision is accepted or refused."),
    };

    /// <summary>The sheet and its name; null when it is gone.</summary>
    public async Task<(string Name, LeadSheet Sheet)?> Find(AcademyDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<ImportRow>().Where(i => i.Id == id).Select(i => new { i.FileName, i.Text }).SingleOrDefaultAsync(cancellation) is { } begun)
            return begun.Text is { } text && LeadSheet.Open(text, columns, limits.ImportRows) is Accepted<LeadSheet> { Value: var sheet } ? (begun.FileName, sheet) : null;
        return await shelf.Find(id, cancellation) is { } sent && Open(sent.Bytes) is Accepted<LeadSheet> { Value: var waiting } ? (sent.Name, waiting) : null;
    }

    /// <summary>The same with what its rows would do, or did; null when it is gone.</summary>
    public async Task<(string Name, LeadSheet Sheet, IReadOnlyList<ImportLine> Lines)?> Lines(AcademyDb db, Guid id, CancellationToken cancellation)
    {
        if (await Find(db, id, cancellation) is not var (name, sheet))
            return null;
        var hasBegun = await db.Set<ImportRow>().AnyAsync(i => i.Id == id, cancellation);
        return (name, sheet, hasBegun ? await ImportedLines.Of(db, id, sheet, cancellation) : await ImportPreview.Of(db, sheet, cancellation));
    }
}
