using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Cuts a face down to the characters of one document. SkiaSharp embeds a face whole, which for Chinese is ten
/// megabytes; HarfBuzz's native library exports the subsetter that its .NET wrapper does not show.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";

    // hb_subset_sets_t and hb_subset_flags_t of hb-subset.h
    private const int DropTables = 3;
    private const int NameIds = 4;
    private const int LayoutFeatures = 6;
    private const uint PostScriptName = 6;
    private const uint NoHinting = 1;

    // Only needed by a text engine or by vertical setting; a PDF viewer reads none of them.
    private static readonly string[] UnusedTables = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "VORG", "vhea", "vmtx", "gasp"];

    public static SKTypeface Open(HarfBuzzSharp.Face face, IEnumerable<Rune> characters)
    {
        using var input = hb_subset_input_create_or_fail();
        if (input.IsInvalid)
            throw new InvalidOperationException("HarfBuzz gave no subset input.");
        hb_subset_input_set_flags(input, NoHinting);
        hb_set_clear(hb_subset_input_set(input, LayoutFeatures));
        var names = hb_subset_input_set(input, NameIds);
        hb_set_clear(names);
        hb_set_add(names, PostScriptName);
        var dropped = hb_subset_input_set(input, DropTables);
        foreach (var table in UnusedTables)
            hb_set_add(dropped, HarfBuzzSharp.Tag.Parse(table));
        var wanted = hb_subset_input_unicode_set(input);
        foreach (var character in characters)
            hb_set_add(wanted, (uint)character.Value);

        using var subset = hb_subset_or_fail(face.Handle, input);
        GC.KeepAlive(face);
        if (subset.IsInvalid)
            throw new InvalidOperationException("HarfBuzz could not subset a face.");
        using var blob = hb_face_reference_blob(subset);
        var bytes = hb_blob_get_data(blob, out var length);
        using var data = SKData.CreateCopy(bytes, length);
        OverlapFlags.Clear(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(data.AsSpan()), (int)length));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia could not open the subset of a face.");
    }

    [LibraryImport(Library)]
    private static partial SubsetInput hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(SubsetInput input, uint flags);

    // The sets belong to the input and end with it.
    [LibraryImport(Library)]
    private static partial nint hb_subset_input_set(SubsetInput input, int which);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_unicode_set(SubsetInput input);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint value);

    [LibraryImport(Library)]
    private static partial void hb_set_clear(nint set);

    [LibraryImport(Library)]
    private static partial SubsetFace hb_subset_or_fail(nint face, SubsetInput input);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial SubsetBlob hb_face_reference_blob(SubsetFace face);

    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(SubsetBlob blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);

    private sealed class SubsetInput() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            hb_subset_input_destroy(handle);
            return true;
        }
    }

    private sealed class SubsetFace() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            hb_face_destroy(handle);
            return true;
        }
    }

    private sealed class SubsetBlob() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            hb_blob_destroy(handle);
            return true;
        }
    }
}
