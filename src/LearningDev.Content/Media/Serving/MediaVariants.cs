using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Storing;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Serving;

/// <summary>Pictures in the widths that pages need: made when one is first asked for, and kept.</summary>
internal sealed class MediaVariants(PortalDb db, MediaBlobs blobs, Pictures pictures, ISettings settings)
{
    public const string ContentType = "image/webp";

    // Whoever asks while others have larger pictures made is given the picture as it is.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Finds or makes a picture in a width of the settings: the one asked for or the next above. Null when the picture itself is to be shown.</summary>
    public async Task<byte[]?> FindAsync(MediaFile file, int width, CancellationToken cancellation)
    {
        var allowed = (await settings.GetAsync<MediaSettings>(cancellation)).OrderedWidths.FirstOrDefault(one => one >= width);
        if (file.Kind != MediaKind.Picture || allowed == 0 || file.Width is not { } own || own <= allowed)
        {
            return null;
        }

        if (await db.Set<MediaVariant>().Where(variant => variant.BlobId == file.BlobId && variant.Width == allowed).Select(variant => variant.Bytes)
            .SingleOrDefaultAsync(cancellation) is { } kept)
        {
            return kept;
        }

        if (await pictures.NarrowAsync(await blobs.ReadAsync(file.BlobId, file.Length, cancellation), allowed, LongestWait, cancellation) is not { } made)
        {
            return null;
        }

        try
        {
            db.Add(new MediaVariant { BlobId = file.BlobId, Width = allowed, Bytes = made });
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException others) when (PortalDb.IsUniqueViolation(others))
        {
            // Somebody else asked at the same time; both pictures are the same.
            db.ChangeTracker.Clear();
        }

        return made;
    }
}
