using System.Text;
using Karvan.Platform.Files;
using Xunit;
using static Karvan.Modules.Tests.Files.SampleFiles;

namespace Karvan.Modules.Tests.Files;

/// <summary>What a file is, is told by its bytes; the name may only agree.</summary>
public sealed class ContentCheckTests
{
    private static byte[] Png => Convert.FromHexString("89504E470D0A1A0A0000000D49484452");
    private static byte[] Jpeg => Convert.FromHexString("FFD8FFE000104A46494600");
    private static byte[] WebP => Encoding.ASCII.GetBytes("RIFF\u0010\0\0\0WEBPVP8 ");

    public static TheoryData<string, byte[], FileType> Taken =>
        new()
        {
            { "گواهی.pdf", Pdf(), FileType.Pdf },
            { "SCAN.PDF", Pdf(), FileType.Pdf },
            { "a.png", Png, FileType.Png },
            { "a.jpg", Jpeg, FileType.Jpeg },
            { "a.JPEG", Jpeg, FileType.Jpeg },
            { "a.webp", WebP, FileType.WebP },
            { "a.tif", Convert.FromHexString("49492A0008000000"), FileType.Tiff },
            { "a.tiff", Convert.FromHexString("4D4D002A00000008"), FileType.Tiff },
            { "a.docx", Office(WordMain), FileType.Word },
            { "a.xlsx", Office(ExcelMain), FileType.Excel },
            { "a.pptx", Office(PowerPointMain), FileType.PowerPoint },
        };

    [MemberData(nameof(Taken))]
    [Theory]
    public async Task It_is_taken_as_what_it_is(string name, byte[] content, FileType type) =>
        Assert.Equal((type, (FileRefusal?)null), await Look(name, content));

    public static TheoryData<string, byte[], FileRefusal> Refused =>
        new()
        {
            { "a.pdf", [], FileRefusal.Empty },
            { "a.exe", Encoding.ASCII.GetBytes("MZ\u0090"), FileRefusal.Executable },
            { "a.pdf", Encoding.ASCII.GetBytes("MZ\u0003\0"), FileRefusal.Executable },
            { "a.pdf", Convert.FromHexString("7F454C4602010100"), FileRefusal.Executable },
            { "a.pdf", Convert.FromHexString("CFFAEDFE07000001"), FileRefusal.Executable },
            { "a.png", "#!/bin/sh\n"u8.ToArray(), FileRefusal.Executable },
            { "a.pdf", "<!DOCTYPE html><script>"u8.ToArray(), FileRefusal.Executable },
            {
                "a.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
                FileRefusal.Executable
            },
            { "a.png", "\uFEFF \n<svg onload='x'/>"u8.ToArray(), FileRefusal.Executable },
            { "a.js", "alert(1)"u8.ToArray(), FileRefusal.Executable },
            { "a.txt", "just text"u8.ToArray(), FileRefusal.TypeUnknown },
            { "a.pdf", "just text"u8.ToArray(), FileRefusal.TypeUnknown },
            // Something before the PDF: another program would read that.
            { "a.pdf", "GIF89a %PDF-1.4"u8.ToArray(), FileRefusal.TypeUnknown },
            { "a.png", Pdf(), FileRefusal.Mismatched },
            { "a.pdf.exe", Pdf(), FileRefusal.Mismatched },
            { "a", Pdf(), FileRefusal.Mismatched },
            { "a.pdf", Png, FileRefusal.Mismatched },
            { "a.xlsx", Office(WordMain), FileRefusal.Mismatched },
            { "a.zip", Office(WordMain), FileRefusal.Mismatched },
            { "a.doc", Convert.FromHexString("D0CF11E0A1B11AE10000"), FileRefusal.OldOffice },
            { "a.docx", Convert.FromHexString("D0CF11E0A1B11AE10000"), FileRefusal.OldOffice },
            { "a.docx", Zip([("a.txt", [1])]), FileRefusal.TypeUnknown },
            { "a.docx", Office(WordMain, ("word/vbaProject.bin", [1])), FileRefusal.Macros },
            { "a.docx", Office(WordMain, ("word/run.EXE", [1])), FileRefusal.Macros },
            { "a.docx", Office(WordMain, ("word/activeX/activeX1.xml", [1])), FileRefusal.Macros },
            {
                "a.docx",
                Office("application/vnd.ms-word.document.macroEnabled.main+xml"),
                FileRefusal.Macros
            },
            { "a.docx", Office(WordMain)[..40], FileRefusal.Damaged },
            { "a.docx", Zip([("[Content_Types].xml", "<Types"u8.ToArray())]), FileRefusal.Damaged },
            // 40 MiB of zeros in 40 KiB.
            {
                "a.docx",
                Office(WordMain, ("word/media/a.png", new byte[40 << 20])),
                FileRefusal.Bomb
            },
            {
                "a.docx",
                Zip([("[Content_Types].xml", [.. ContentTypes(WordMain), .. new byte[2 << 20]])]),
                FileRefusal.Bomb
            },
        };

    [MemberData(nameof(Refused))]
    [Theory]
    public async Task It_is_refused(string name, byte[] content, FileRefusal why) =>
        Assert.Equal(why, (await Look(name, content)).Refused);

    /// <summary>An embedded object, as Word stores an old formula, is no program of its own.</summary>
    [Fact]
    public async Task An_embedded_object_is_no_macro() =>
        Assert.Equal(
            FileType.Word,
            (await Look("a.docx", Office(WordMain, ("word/embeddings/oleObject1.bin", [1])))).Type
        );

    [InlineData("C:\\Users\\x\\گواهی صادرات.pdf", "گواهی صادرات.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("نیم\u200Cفاصله.pdf", "نیم\u200Cفاصله.pdf")]
    [InlineData("fdp.\u202Eexe.pdf", "fdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("a\"; filename=b.pdf", "a filename=b.pdf")]
    [InlineData("  .. ", "file")]
    [InlineData(null, "file")]
    [Theory]
    public void A_name_is_made_fit_to_show(string? sent, string shown) =>
        Assert.Equal(shown, UploadedName.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = UploadedName.Clean(new string('ن', 500) + ".pdf");
        Assert.Equal(UploadedName.Longest, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }

    private static async Task<(FileType Type, FileRefusal? Refused)> Look(
        string name,
        byte[] content
    )
    {
        using var bytes = new MemoryStream(content);
        var found = await ContentCheck.Of(bytes, name);
        return (found.Done ? found.Value : default, found.Refused);
    }
}
