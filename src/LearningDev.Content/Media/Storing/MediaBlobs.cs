using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Storing;

/// <summary>
/// Keeps bytes in pieces of a megabyte, so that no file is ever in memory as a whole: neither when it comes, nor when a part of it is asked for. Pieces are written in
/// the caller's transaction and never changed; what replaces them has an id of its own.
/// </summary>
internal sealed class MediaBlobs(PortalDb db)
{
    /// <summary>How many bytes a piece has.</summary>
    public const int ChunkLength = 1024 * 1024;

    /// <summary>Writes bytes and says under which id.</summary>
    public async Task<string> WriteAsync(Stream content, CancellationToken cancellation)
    {
        var id = Identifiers.New();
        content.Position = 0;
        var buffer = new byte[ChunkLength];
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, ChunkLength, throwOnEndOfStream: false, cancellation);
            if (read == 0)
            {
                return id;
            }

            // Not through the context, which would hold every piece until it is saved.
            var piece = read == ChunkLength ? buffer : buffer[..read];
            await db.Database.ExecuteSqlAsync($"INSERT INTO content_media_chunk (blob_id, number, bytes) VALUES ({id}, {number}, {piece})", cancellation);
        }
    }

    /// <summary>Opens bytes. A piece is read when it is needed.</summary>
    public Stream Open(string blobId, long length) => new MediaStream(db, blobId, length);

    /// <summary>Reads all bytes, for what is small.</summary>
    public async Task<byte[]> ReadAsync(string blobId, long length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await using var stream = Open(blobId, length);
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <summary>Deletes bytes and the smaller pictures that were made of them.</summary>
    public async Task DeleteAsync(string blobId, CancellationToken cancellation)
    {
        await db.Set<MediaVariant>().Where(variant => variant.BlobId == blobId).ExecuteDeleteAsync(cancellation);
        await db.Set<MediaChunk>().Where(chunk => chunk.BlobId == blobId).ExecuteDeleteAsync(cancellation);
    }
}
