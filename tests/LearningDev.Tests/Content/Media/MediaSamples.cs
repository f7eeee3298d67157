using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace LearningDev.Tests.Content.Media;

/// <summary>Files for tests of the media library, harmless ones and others.</summary>
internal static class MediaSamples
{
    public const string Captions = "WEBVTT\n\n00:00.000 --> 00:02.500\nWelcome to the depot.\n\n00:00:03.000 --> 00:00:04.000\nMind the gap.\n";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>A picture whose left half is red and whose right half is blue.</summary>
    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Png, int width = 40, int height = 20, SKColor? left = null)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var paint = new SKPaint { Color = left ?? SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, paint);
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A photograph as a phone writes it: held upright, and with the place where it was taken.</summary>
    public static byte[] PhotographWithPlace()
    {
        var jpeg = Picture(SKEncodedImageFormat.Jpeg, 64, 32);
        // Exif: big-endian TIFF with one entry, orientation 6, and words that stand for the place.
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. "GPS 51.5007,-0.1246"u8];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A JPEG that is a web page and a zip archive too.</summary>
    public static byte[] Polyglot()
    {
        var jpeg = Picture(SKEncodedImageFormat.Jpeg);
        byte[] page = [.. "<html><script>alert(document.domain)</script></html>"u8];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(page.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xFE, .. length, .. page, .. jpeg[2..], .. Zip(("evil.js", "alert(1)"u8.ToArray()))];
    }

    /// <summary>A PNG whose header says that it has so many pixels; there are none.</summary>
    public static byte[] HugePng(int width, int height)
    {
        var png = Picture();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Zip(
        [("[Content_Types].xml", ContentTypes(Word)), ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>"u8.ToArray()), .. more]);

    public static byte[] ContentTypes(string main) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"{main}\"/></Types>");

    /// <summary>A Word file of some kilobytes that unpacks to so many megabytes.</summary>
    public static byte[] BombDocx(int megabytes) => Docx(("word/media/image1.bin", new byte[megabytes * 1024 * 1024]));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Pdf() => "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>The boxes of an MP4 file, with so many bytes of film.</summary>
    public static byte[] Mp4(int bytes = 5000) =>
        [.. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]), .. Box("moov", Box("mvhd", new byte[100])), .. Box("mdat", [.. Enumerable.Range(0, bytes).Select(number => (byte)number)])];

    private static byte[] Box(string type, byte[] content)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, content.Length + 8);
        Encoding.ASCII.GetBytes(type, header.AsSpan(4));
        return [.. header, .. content];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
