using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LearningDev.Platform.Ui.Look;

/// <summary>
/// Reads what kind of picture a file is and how large, from its first bytes: PNG (ISO/IEC 15948), JPEG (ITU-T T.81) or WebP (RFC 9649).
/// SVG is not taken, because it can hold script.
/// </summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
internal sealed record LogoFile(string ContentType, int Width, int Height)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MostBytes = 200 * 1024;

    /// <summary>The least height in pixels: a lower logo would be blurred.</summary>
    public const int LeastHeight = 48;

    /// <summary>The most pixels that a side may have.</summary>
    public const int MostSide = 2000;

    public const int LongestName = 200;

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a file; null when it is no picture of these kinds.</summary>
    public static LogoFile? Read(ReadOnlySpan<byte> file) => ReadPng(file) ?? ReadWebP(file) ?? ReadJpeg(file);

    /// <summary>What is wrong with a file, as people read it; null for a logo that can be shown.</summary>
    public static string? Refusal(byte[] file) =>
        file.Length == 0 ? "The selected file is empty"
        : file.Length > MostBytes ? $"The selected file must be smaller than {MostBytes / 1024}KB"
        : Read(file) is not { } logo ? "The selected file must be a PNG, JPEG or WebP"
        : logo.Width > MostSide || logo.Height > MostSide ? $"The picture must be {MostSide} pixels wide and high or less"
        : logo.Height < LeastHeight ? $"The picture must be {LeastHeight} pixels high or more"
        : null;

    /// <summary>The name of the logo in its address.</summary>
    public string IdOf(ReadOnlySpan<byte> file) => $"{Convert.ToHexStringLower(SHA256.HashData(file))[..20]}-{Width}x{Height}";

    private static LogoFile? ReadPng(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file.StartsWith(PngStart) && file[12..16].SequenceEqual("IHDR"u8)
            ? Sized("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;

    private static LogoFile? ReadWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file.StartsWith("RIFF"u8) || !file[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var kind = file[12..16];
        var data = file[20..];
        if (kind.SequenceEqual("VP8 "u8))
        {
            return Sized("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        }

        if (kind.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return Sized("image/webp", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8X"u8)
            ? Sized("image/webp", (data[4] | (data[5] << 8) | (data[6] << 16)) + 1, (data[7] | (data[8] << 8) | (data[9] << 16)) + 1)
            : null;
    }

    private static LogoFile? ReadJpeg(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
        {
            return null;
        }

        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            // A frame's header says the size; all others are stepped over. C4, C8 and CC are no frames.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sized("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += marker == 0xFF ? 1 : 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
        }

        return null;
    }

    private static LogoFile? Sized(string contentType, int width, int height) => width > 0 && height > 0 ? new LogoFile(contentType, width, height) : null;
}
