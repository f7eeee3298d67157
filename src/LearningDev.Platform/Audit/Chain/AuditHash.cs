using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>
/// The hash of a row of the audit: SHA-256 (FIPS 180-4) over the hash of the row before, what stays of a row for as long as the row does (its number, the moment and
/// the event's name), and the hash of its details. Every text goes in as UTF-8 behind its length, so that no two rows have the same bytes.
/// </summary>
internal static class AuditHash
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    // The form of the bytes. Another form needs another number, and a verifier that knows both.
    private const byte Form = 1;
    private const int NoText = -1;

    /// <summary>What stands for the row before the first.</summary>
    public static byte[] Nothing { get; } = new byte[Size];

    /// <summary>The hash of a row.</summary>
    /// <param name="previous">The hash of the row before.</param>
    /// <param name="row">The row.</param>
    public static byte[] OfRow(byte[] previous, AuditEntry row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([Form]);
        hash.AppendData(previous);
        Append(hash, row.Id);
        Append(hash, row.OccurredUtc.Ticks);
        Append(hash, row.Event);
        hash.AppendData(row.DetailsHash ?? OfDetails(row));
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of all that says who did what: what is removed from a row that need not be kept as long as others.</summary>
    public static byte[] OfDetails(AuditEntry row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in (string?[])
            [row.PersonId, row.PersonName, row.SubjectKind, row.SubjectId, row.SubjectName, row.Summary, row.Data, row.Changes, row.Reason])
        {
            Append(hash, text);
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (text is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, NoText);
            hash.AppendData(length);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, rented);
        BinaryPrimitives.WriteInt32BigEndian(length, written);
        hash.AppendData(length);
        hash.AppendData(rented.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(rented);
    }
}
