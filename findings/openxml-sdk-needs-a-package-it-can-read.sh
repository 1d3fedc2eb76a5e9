#!/usr/bin/env bash
# The Open XML SDK (DocumentFormat.OpenXml 3.3.0, with System.IO.Packaging of its own choice) has a writer that puts rows into
# a sheet one by one, and SpreadsheetDocument.Create takes a package of one's own, refusing only one that is open for reading
# alone. One would expect that both together write a workbook straight into a stream that takes bytes and gives none back,
# such as the body of an answer over HTTP.
#
# Seen: System.IO.Packaging itself writes parts and relationships into such a stream, and the package opens. The SDK fails
# at the first part: AddWorkbookPart asks the package for the relationships it holds, and a write-only package does not tell.
#   a package by hand: written, 2 parts
#   the SDK: IOException: Cannot retrieve parts of writeonly container
# So a workbook made with the SDK waits in memory or in a file until its last row is there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="DocumentFormat.OpenXml" Version="[3.3.0]" /></ItemGroup>
</Project>
P
cat >Program.cs <<'P'
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

using var kept = new MemoryStream();
using (var package = Package.Open(new OneWay(kept), FileMode.Create, FileAccess.Write))
{
    foreach (var name in new[] { "/a.xml", "/b.xml" })
    {
        var part = package.CreatePart(new Uri(name, UriKind.Relative), "application/xml");
        using (var text = new StreamWriter(part.GetStream()))
        {
            text.Write("<x/>");
        }
        package.CreateRelationship(part.Uri, TargetMode.Internal, "urn:x");
    }
}
using (var again = Package.Open(new MemoryStream(kept.ToArray())))
{
    var parts = again.GetParts().Count(p => !p.Uri.ToString().Contains("_rels"));
    Console.WriteLine($"a package by hand: written, {parts} parts");
}
try
{
    var package = Package.Open(new OneWay(new MemoryStream()), FileMode.Create, FileAccess.Write);
    SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook).AddWorkbookPart();
    Console.WriteLine("the SDK: written");
}
catch (IOException e)
{
    Console.WriteLine($"the SDK: {e.GetType().Name}: {e.Message}");
}

sealed class OneWay(Stream to) : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() => to.Flush();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);
}
P
dotnet run -v quiet >seen
cat seen
diff - seen <<'S'
a package by hand: written, 2 parts
the SDK: IOException: Cannot retrieve parts of writeonly container
S
