using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LearningDev.Content.Media.Checking;

/// <summary>
/// Checks Office Open XML (ISO/IEC 29500) and OpenDocument (ISO/IEC 26300) files: whole zip archives of the kind that their name says, without macros, that do not
/// unpack to more than they may. Every part is unpacked to know, because what an archive says of itself may be a lie.
/// </summary>
internal static class OfficeFiles
{
    private const int MostEntries = 10_000;
    private const int EndOfArchiveLength = 22;
    private const int SmallestSuspicious = 10 * 1024 * 1024;
    private const int MostInflation = 250;
    private const string ContentTypes = "[Content_Types].xml";
    private const string TypeOfOpenDocument = "mimetype";

    private static readonly string[] Macros = ["vbaproject.bin", "vbadata.xml", "/activex/", "/macrosheets/", "basic/", "scripts/"];

    /// <summary>Checks a file; its position is moved.</summary>
    /// <exception cref="MediaRefusedException">It is not what its name says, is damaged, has macros, or unpacks to too much.</exception>
    public static async Task CheckAsync(Stream file, FileKind kind, long mostUnpacked, CancellationToken cancellation)
    {
        await RequireWholeArchiveAsync(file, kind, cancellation);
        try
        {
            file.Position = 0;
            await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
            RequireOrdinaryEntries(archive, kind);
            await UnpackAsync(archive, file.Length, mostUnpacked, cancellation);
            await (kind.IsOffice ? RequireOfficeAsync(archive, kind, cancellation) : RequireOpenDocumentAsync(archive, kind, cancellation));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new MediaRefusedException($"The {kind.Name} file is damaged: it cannot be opened.");
        }
    }

    // Nothing before the archive and nothing after it: no second file can hide there.
    private static async Task RequireWholeArchiveAsync(Stream file, FileKind kind, CancellationToken cancellation)
    {
        var start = new byte[4];
        var end = new byte[EndOfArchiveLength];
        var isWhole = file.Length > EndOfArchiveLength;
        if (isWhole)
        {
            file.Position = 0;
            await file.ReadExactlyAsync(start, cancellation);
            file.Position = file.Length - EndOfArchiveLength;
            await file.ReadExactlyAsync(end, cancellation);
            isWhole = start.AsSpan().SequenceEqual("PK\u0003\u0004"u8) && end.AsSpan(0, 4).SequenceEqual("PK\u0005\u0006"u8);
        }

        if (!isWhole)
        {
            throw NotThat(kind);
        }
    }

    private static void RequireOrdinaryEntries(ZipArchive archive, FileKind kind)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.ToLowerInvariant();
            if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..") || !names.Add(name))
            {
                throw new MediaRefusedException($"The {kind.Name} file is not in order: it has parts with names that no Office program gives.");
            }

            if (Macros.Any(macro => macro.EndsWith("basic/", StringComparison.Ordinal) || macro.EndsWith("scripts/", StringComparison.Ordinal) ? name.StartsWith(macro, StringComparison.Ordinal) : name.Contains(macro, StringComparison.Ordinal)))
            {
                throw HasMacros(kind);
            }
        }

        if (names.Count > MostEntries)
        {
            throw new MediaRefusedException($"The {kind.Name} file has too many parts.");
        }
    }

    private static async Task UnpackAsync(ZipArchive archive, long packed, long mostUnpacked, CancellationToken cancellation)
    {
        var most = Math.Min(mostUnpacked, Math.Max(SmallestSuspicious, packed * MostInflation));
        var unpacked = 0L;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            await using var part = await entry.OpenAsync(cancellation);
            for (int read; (read = await part.ReadAsync(buffer, cancellation)) > 0;)
            {
                unpacked += read;
                if (unpacked > most)
                {
                    throw new MediaRefusedException("The file unpacks to much more than it seems, as files do that are made to harm. Save it anew, with smaller pictures in it.");
                }
            }
        }
    }

    private static async Task RequireOfficeAsync(ZipArchive archive, FileKind kind, CancellationToken cancellation)
    {
        await using var part = await (archive.GetEntry(ContentTypes) ?? throw NotThat(kind)).OpenAsync(cancellation);
        using var xml = XmlReader.Create(part, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var isThat = false;
        while (await xml.ReadAsync())
        {
            var type = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("ContentType") ?? "" : "";
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw HasMacros(kind);
            }

            isThat |= type == $"{kind.ContentType}.main+xml";
        }

        if (!isThat)
        {
            throw NotThat(kind);
        }
    }

    private static async Task RequireOpenDocumentAsync(ZipArchive archive, FileKind kind, CancellationToken cancellation)
    {
        await using var part = await (archive.GetEntry(TypeOfOpenDocument) ?? throw NotThat(kind)).OpenAsync(cancellation);
        using var text = new StreamReader(part, Encoding.ASCII);
        var said = new char[kind.ContentType.Length + 1];
        var length = await text.ReadBlockAsync(said, cancellation);
        if (new string(said, 0, length) != kind.ContentType)
        {
            throw NotThat(kind);
        }
    }

    private static MediaRefusedException NotThat(FileKind kind) => new(FileCheck.NotWhatItSays(kind));

    private static MediaRefusedException HasMacros(FileKind kind) => new($"The {kind.Name} file has macros or other active parts, which are not taken. Save it without them.");
}
