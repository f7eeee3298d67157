using System.Buffers.Binary;

namespace LearningDev.Tests.Platform.Ui.Look.Pure;

/// <summary>Files that begin as pictures of a size do.</summary>
internal static class Pictures
{
    public static byte[] Of(string kind, int width, int height)
    {
        var file = new byte[64];
        switch (kind)
        {
            case "png":
                ((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).CopyTo(file, 0);
                "IHDR"u8.CopyTo(file.AsSpan(12));
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
                break;
            case "jpeg":
                // The header of JFIF, then the frame.
                ((byte[])[0xFF, 0xD8, 0xFF, 0xE0, 0, 16]).CopyTo(file, 0);
                ((byte[])[0xFF, 0xC2, 0, 17, 8]).CopyTo(file, 20);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(25), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(27), (ushort)width);
                break;
            default:
                "RIFF"u8.CopyTo(file);
                "WEBP"u8.CopyTo(file.AsSpan(8));
                WriteWebP(kind, file, width, height);
                break;
        }

        return file;
    }

    private static void WriteWebP(string kind, byte[] file, int width, int height)
    {
        switch (kind)
        {
            case "webp":
                "VP8 "u8.CopyTo(file.AsSpan(12));
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), (ushort)height);
                break;
            case "webp-lossless":
                "VP8L"u8.CopyTo(file.AsSpan(12));
                file[20] = 0x2F;
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(21), (uint)((width - 1) | ((height - 1) << 14)));
                break;
            default:
                "VP8X"u8.CopyTo(file.AsSpan(12));
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(24), (ushort)(width - 1));
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(27), (ushort)(height - 1));
                break;
        }
    }
}
