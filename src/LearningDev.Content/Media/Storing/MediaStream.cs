using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Storing;

/// <summary>Reads a file's bytes out of the database, one piece at a time and from any place.</summary>
internal sealed class MediaStream(PortalDb db, string blobId, long length) : Stream
{
    private byte[] piece = [];
    private long pieceNumber = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        var number = Position / MediaBlobs.ChunkLength;
        if (number != pieceNumber)
        {
            piece = await db.Set<MediaChunk>().Where(chunk => chunk.BlobId == blobId && chunk.Number == number).Select(chunk => chunk.Bytes).SingleOrDefaultAsync(cancellationToken)
                ?? throw new IOException("The file was replaced or removed while it was read.");
            pieceNumber = number;
        }

        var from = (int)(Position % MediaBlobs.ChunkLength);
        var count = Math.Min(buffer.Length, piece.Length - from);
        piece.AsSpan(from, count).CopyTo(buffer.Span);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The portal reads asynchronously only.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
