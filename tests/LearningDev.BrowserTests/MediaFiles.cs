using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace LearningDev.BrowserTests;

/// <summary>Files for the media library.</summary>
internal static class MediaFiles
{
    public static byte[] Picture(int width, int height, SKColor? left = null)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var paint = new SKPaint { Color = left ?? SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, paint);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The boxes of an MP4 file without pictures.</summary>
    public static byte[] Film() => [.. Box("ftyp", "isom\0\0\u0002\0isommp41"u8), .. Box("moov", Box("mvhd", new byte[100])), .. Box("mdat", new byte[100])];

    private static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, content.Length + 8);
        Encoding.ASCII.GetBytes(type, header.AsSpan(4));
        return [.. header, .. content];
    }
}
