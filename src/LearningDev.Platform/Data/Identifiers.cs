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
