using System.Buffers.Binary;
using System.Text;

namespace LearningDev.Content.Media.Checking;

/// <summary>Checks that videos and sound recordings have the structure of their format from the first byte to the last.</summary>
internal static class Recordings
{
    private const int BoxHeader = 8;
    private const int LongBoxHeader = 16;
    private const int MostBoxes = 1_000_000;
    private const int WebMStart = 64;
    private const int Mp3Frames = 4;

    // The boxes that stand at the top of a file (ISO/IEC 14496-12, and what phones write).
    private static readonly HashSet<string> TopBoxes = new(StringComparer.Ordinal)
    {
        "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "moof", "mfra", "sidx", "ssix", "styp", "meta", "pdin", "prft", "emsg", "pnot", "beam",
    };

    private static readonly int[] Layer3Kilobits1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Layer3Kilobits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Hertz = [44100, 48000, 32000];

    public static Task<bool> MatchesAsync(Stream file, FileKind kind, CancellationToken cancellation) => kind.Extension switch
    {
        "webm" => IsWebMAsync(file, cancellation),
        "mp3" => IsMp3Async(file, cancellation),
        _ => IsMp4Async(file, cancellation),
    };

    // Boxes follow each other to the end without a gap; a page or an archive behind them would be a box that does not exist.
    private static async Task<bool> IsMp4Async(Stream file, CancellationToken cancellation)
    {
        var header = new byte[LongBoxHeader];
        var hasMovie = false;
        var at = 0L;
        for (var boxes = 0; at < file.Length; boxes++)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(header, LongBoxHeader, throwOnEndOfStream: false, cancellation);
            var type = read < BoxHeader ? "" : Encoding.Latin1.GetString(header, 4, 4);
            if (!TopBoxes.Contains(type) || (at == 0 && type != "ftyp") || boxes > MostBoxes)
            {
                return false;
            }

            long length = BinaryPrimitives.ReadUInt32BigEndian(header);
            length = length == 0 ? file.Length - at : length == 1 && read == LongBoxHeader ? (long)BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(BoxHeader)) : length;
            if (length < BoxHeader || length > file.Length - at)
            {
                return false;
            }

            hasMovie |= type == "moov";
            at += length;
        }

        return hasMovie;
    }

    // The header of EBML (RFC 8794) with the type of the document.
    private static async Task<bool> IsWebMAsync(Stream file, CancellationToken cancellation)
    {
        var start = new byte[WebMStart];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(start, WebMStart, throwOnEndOfStream: false, cancellation);
        var bytes = start.AsSpan(0, read);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && bytes.IndexOf((ReadOnlySpan<byte>)[0x42, 0x82, 0x84, (byte)'w', (byte)'e', (byte)'b', (byte)'m']) > 0;
    }

    // An ID3 tag may come first; then frames follow each other (ISO/IEC 11172-3).
    private static async Task<bool> IsMp3Async(Stream file, CancellationToken cancellation)
    {
        var header = new byte[10];
        file.Position = 0;
        if (await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation) < header.Length)
        {
            return false;
        }

        var at = header.AsSpan().StartsWith("ID3"u8) ? 10L + ((header[6] & 0x7F) << 21) + ((header[7] & 0x7F) << 14) + ((header[8] & 0x7F) << 7) + (header[9] & 0x7F) : 0L;
        for (var frame = 0; frame < Mp3Frames; frame++)
        {
            if (at > file.Length - 4)
            {
                return false;
            }

            file.Position = at;
            await file.ReadExactlyAsync(header.AsMemory(0, 4), cancellation);
            var length = Mp3FrameLength(header);
            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    private static int Mp3FrameLength(byte[] header)
    {
        var (version, layer, rate, hertz) = ((header[1] >> 3) & 3, (header[1] >> 1) & 3, header[2] >> 4, (header[2] >> 2) & 3);
        if (header[0] != 0xFF || header[1] < 0xE0 || version == 1 || layer != 1 || rate is 0 or 15 || hertz == 3)
        {
            return 0;
        }

        var isFirst = version == 3;
        var samples = Hertz[hertz] / (isFirst ? 1 : version == 2 ? 2 : 4);
        return ((isFirst ? 144 : 72) * (isFirst ? Layer3Kilobits1 : Layer3Kilobits2)[rate] * 1000 / samples) + ((header[2] >> 1) & 1);
    }
}
