using SkiaSharp;

namespace LearningDev.Content.Media.Checking;

/// <summary>A picture made anew: pixels and nothing else.</summary>
internal sealed record MadePicture(byte[] Bytes, int Width, int Height);

/// <summary>
/// Makes pictures anew of their pixels, so that neither places and names that a camera has written nor anything hidden in the file stays. At most two are made at a
/// time, because each takes four bytes for every pixel.
/// </summary>
internal sealed class Pictures : IDisposable
{
    private const int AtOnce = 2;
    private const int JpegQuality = 88;
    private const int WebPQuality = 82;
    private const int ScaleSteps = 8;
    private const int BytesOfPixel = 4;

    private readonly SemaphoreSlim gate = new(AtOnce);

    /// <summary>The media type of a picture by its content; null when it is no picture that the library takes.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) ? "image/gif"
        : start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>What a picture becomes: a still GIF becomes a PNG, all others stay what they are.</summary>
    public static string KeptType(string contentType) => contentType == "image/gif" ? "image/png" : contentType;

    /// <summary>Makes a picture anew. Its header is read first: what has too many pixels is never decoded.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="contentType">What it shall be: image/jpeg, image/png or image/webp.</param>
    /// <param name="longestSide">The longest side that it shall have, in pixels.</param>
    /// <param name="mostPixels">How many pixels it may have as it is.</param>
    /// <param name="cancellation">Gives up the wait for others.</param>
    /// <exception cref="MediaRefusedException">It cannot be read, moves, or has too many pixels.</exception>
    public async Task<MadePicture> MakeAsync(byte[] file, string contentType, int longestSide, long mostPixels, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Make(file, contentType, (width, height) => Math.Min(1, (double)longestSide / Math.Max(width, height)), mostPixels), CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes a picture smaller, as WebP; null when others keep the portal busy for too long.</summary>
    public async Task<byte[]?> NarrowAsync(byte[] file, int width, TimeSpan longestWait, CancellationToken cancellation)
    {
        if (!await gate.WaitAsync(longestWait, cancellation))
        {
            return null;
        }

        try
        {
            return await Task.Run(() => Make(file, "image/webp", (wide, _) => Math.Min(1, (double)width / wide), long.MaxValue).Bytes, CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static MadePicture Make(byte[] file, string contentType, Func<int, int, double> scaleOf, long mostPixels)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new MediaRefusedException("The picture is damaged: it cannot be read.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1 || (long)width * height > mostPixels)
        {
            throw new MediaRefusedException($"The picture has {width:N0} by {height:N0} pixels, which is too many. Make it smaller: {mostPixels / 1_000_000} million pixels at most.");
        }

        if (codec.FrameCount > 1)
        {
            throw new MediaRefusedException("Moving pictures are not taken, because people cannot stop them. Upload a video instead.");
        }

        var origin = codec.EncodedOrigin;
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = turned ? scaleOf(height, width) : scaleOf(width, height);
        using var decoded = Decode(codec, scale);
        var (across, down) = (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        var shown = turned ? new SKSizeI(down, across) : new SKSizeI(across, down);
        using var surface = SKSurface.Create(new SKImageInfo(shown.Width, shown.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()))
            ?? throw new MediaRefusedException("The picture is too large.");
        surface.Canvas.Clear(contentType == "image/jpeg" ? SKColors.White : SKColors.Transparent);
        surface.Canvas.SetMatrix(Upright(origin, across, down));
        using (var image = SKImage.FromBitmap(decoded))
        {
            surface.Canvas.DrawImage(image, new SKRect(0, 0, across, down), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var made = surface.Snapshot();
        using var encoded = contentType switch
        {
            "image/jpeg" => made.Encode(SKEncodedImageFormat.Jpeg, JpegQuality),
            "image/webp" => made.Encode(SKEncodedImageFormat.Webp, WebPQuality),
            _ => made.Encode(SKEncodedImageFormat.Png, 100),
        };
        return new MadePicture(encoded.ToArray(), shown.Width, shown.Height);
    }

    // A JPEG can be decoded in eighths of its size, which spares memory; what comes out is at least as large as wanted.
    private static SKBitmap Decode(SKCodec codec, double scale)
    {
        var size = codec.GetScaledDimensions((float)Math.Clamp(Math.Ceiling(scale * ScaleSteps) / ScaleSteps, 1.0 / ScaleSteps, 1));
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        if (!bitmap.TryAllocPixels(info, size.Width * BytesOfPixel) || codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw new MediaRefusedException("The picture is damaged: it ends too early or cannot be read.");
        }

        return bitmap;
    }

    // How a camera was held (Exif 2.32, tag 0x0112). Width and height are those before it is turned.
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
