using System.Globalization;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>
/// The end of the audit's chain at one moment. Kept outside the portal it proves later that nothing up to it was changed, which a chain alone cannot:
/// whoever can write everything can write a new chain.
/// </summary>
/// <param name="Count">How many rows the chain has had since it was begun.</param>
/// <param name="Hash">The hash of the newest row: 32 bytes.</param>
public sealed record AuditHead(long Count, byte[] Hash)
{
    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    /// <returns>False when the text is no head.</returns>
    public static bool TryParse(string text, out AuditHead head)
    {
        head = new AuditHead(0, AuditHash.Nothing);
        if (text.Trim().Split(':') is not [var count, { Length: AuditHash.Size * 2 } hash]
            || !long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            || !hash.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        head = new AuditHead(rows, Convert.FromHexString(hash));
        return true;
    }

    /// <summary>The head as it is written down: the count, a colon, and the hash in hexadecimal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}:{Convert.ToHexStringLower(Hash)}");
}
