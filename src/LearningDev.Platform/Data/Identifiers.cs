using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Platform.Data;

/// <summary>Makes ids in the form of Orchard Core's: 26 characters of its base-32 alphabet out of a random GUID.</summary>
public static class Identifiers
{
    /// <summary>The longest id that is accepted.</summary>
    public const int MaximumLength = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Makes a new id.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        return Write(bytes);
    }

    /// <summary>Makes the id that always belongs to the given words, for what comes in from elsewhere under a key of its own.</summary>
    public static string From(params IEnumerable<string> words) =>
        Write(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))).AsSpan(0, 16));

    private static string Write(ReadOnlySpan<byte> bytes)
    {
        var high = BitConverter.ToInt64(bytes);
        var low = BitConverter.ToInt64(bytes[8..]);
        return string.Create(MaximumLength, (high, low), static (characters, parts) =>
        {
            for (var position = 0; position < 13; position++)
            {
                var shift = 60 - (5 * position);
                characters[position] = Alphabet[(int)(parts.high >> shift) & 31];
                characters[position + 13] = Alphabet[(int)(parts.low >> shift) & 31];
            }
        });
    }
}
