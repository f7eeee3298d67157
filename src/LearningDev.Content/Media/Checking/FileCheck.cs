using System.Security.Cryptography;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Media.Checking;

/// <summary>A file that may be kept.</summary>
/// <param name="Kind">What it is, by its content.</param>
/// <param name="ContentType">The media type of the bytes that are kept.</param>
/// <param name="Content">The bytes that are kept.</param>
/// <param name="Hash">Their SHA-256 in hexadecimal.</param>
/// <param name="SourceHash">The SHA-256 of what came.</param>
/// <param name="Width">A picture's width.</param>
/// <param name="Height">A picture's height.</param>
internal sealed record CheckedFile(FileKind Kind, string ContentType, Stream Content, string Hash, string SourceHash, int? Width, int? Height) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Says of a file what it is, by its content and not by what it is called, and makes it harmless or refuses it (CMS-03).</summary>
internal sealed class FileCheck(ISettings settings, Pictures pictures)
{
    private const int StartLength = 16;
    private const int EndOfPdf = 2048;
    private const long Million = 1_000_000;

    /// <summary>What is said of a file whose content is another than its name says.</summary>
    public static string NotWhatItSays(FileKind kind) => $"It is not what its name says: the content is no {kind.Name} file.";

    /// <summary>Checks a file. Nothing but a picture is held in memory.</summary>
    /// <param name="name">The name that it comes with; only its end counts.</param>
    /// <param name="file">The file, which can be read from any place.</param>
    /// <param name="anyPicture">True when a picture may be another kind of picture than its name says.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="MediaRefusedException">It is not accepted.</exception>
    public async Task<CheckedFile> CheckAsync(string name, Stream file, bool anyPicture, CancellationToken cancellation)
    {
        var kind = FileKind.Of(name) ?? throw new MediaRefusedException(FileKind.WhyNot(name));
        var limits = await settings.GetAsync<MediaSettings>(cancellation);
        if (file.Length == 0)
        {
            throw new MediaRefusedException("The file is empty.");
        }

        if (file.Length > limits.Largest(kind.Kind))
        {
            throw new MediaRefusedException($"A {kind.Name} file must be smaller than {limits.Largest(kind.Kind) / 1024 / 1024}MB.");
        }

        var sourceHash = await HashAsync(file, cancellation);
        if (kind.Kind == MediaKind.Picture)
        {
            return await MakePictureAsync(kind, file, sourceHash, anyPicture, limits, cancellation);
        }

        await RequireAsync(kind, file, limits, cancellation);
        file.Position = 0;
        return new CheckedFile(kind, kind.ContentType, file, sourceHash, sourceHash, null, null);
    }

    private async Task<CheckedFile> MakePictureAsync(
        FileKind kind, Stream file, string sourceHash, bool anyPicture, MediaSettings limits, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        var type = Pictures.TypeOf(bytes);
        if (type is null || (type != kind.ContentType && !anyPicture))
        {
            throw new MediaRefusedException(NotWhatItSays(kind));
        }

        kind = type == kind.ContentType ? kind : FileKind.All.First(one => one.ContentType == type);
        var kept = Pictures.KeptType(type);
        var made = await pictures.MakeAsync(bytes, kept, limits.LongestSide, limits.PictureMegapixels * Million, cancellation);
        var stream = new MemoryStream(made.Bytes, writable: false);
        return new CheckedFile(kind, kept, stream, Convert.ToHexStringLower(SHA256.HashData(made.Bytes)), sourceHash, made.Width, made.Height);
    }

    /// <summary>Makes a picture anew as another kind of picture, for an address whose end says that kind.</summary>
    public async Task<CheckedFile> AsAsync(CheckedFile picture, string contentType, CancellationToken cancellation)
    {
        if (picture.ContentType == contentType)
        {
            return picture;
        }

        var bytes = new byte[picture.Content.Length];
        picture.Content.Position = 0;
        await picture.Content.ReadExactlyAsync(bytes, cancellation);
        var made = await pictures.MakeAsync(bytes, contentType, int.MaxValue, long.MaxValue, cancellation);
        return picture with { ContentType = contentType, Content = new MemoryStream(made.Bytes, writable: false), Hash = Convert.ToHexStringLower(SHA256.HashData(made.Bytes)) };
    }

    private static async Task RequireAsync(FileKind kind, Stream file, MediaSettings limits, CancellationToken cancellation)
    {
        if (kind.IsOffice || kind.IsOpenDocument)
        {
            await OfficeFiles.CheckAsync(file, kind, limits.UnpackedMegabytes * 1024L * 1024, cancellation);
            return;
        }

        if (kind.Kind == MediaKind.Captions)
        {
            var bytes = new byte[file.Length];
            file.Position = 0;
            await file.ReadExactlyAsync(bytes, cancellation);
            if (WebVtt.Fault(WebVtt.Read(bytes)) is { } fault)
            {
                throw new MediaRefusedException(fault);
            }

            return;
        }

        if (!await (kind.Kind == MediaKind.Document ? IsPdfAsync(file, cancellation) : Recordings.MatchesAsync(file, kind, cancellation)))
        {
            throw new MediaRefusedException(NotWhatItSays(kind));
        }
    }

    // ISO 32000: the header comes first, the marker of the end near the end.
    private static async Task<bool> IsPdfAsync(Stream file, CancellationToken cancellation)
    {
        var start = new byte[StartLength];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(start, StartLength, throwOnEndOfStream: false, cancellation);
        if (!start.AsSpan(0, read).StartsWith("%PDF-"u8))
        {
            return false;
        }

        var end = new byte[Math.Min(EndOfPdf, file.Length)];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, cancellation);
        return end.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }

    private static async Task<string> HashAsync(Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
