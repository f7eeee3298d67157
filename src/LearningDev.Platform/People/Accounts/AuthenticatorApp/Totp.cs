using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Platform.People.Accounts.AuthenticatorApp;

/// <summary>Codes that change with time: RFC 6238 with SHA-1, six digits and steps of 30 seconds, as every authenticator app knows them.</summary>
internal static class Totp
{
    /// <summary>How many steps a phone's clock may be wrong, each way.</summary>
    public const int Tolerance = 1;

    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Makes a key of 160 bits in base 32 (RFC 4226, requirement 6).</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, KeyBytes * 8 / 5);

    /// <summary>The number of the step that a moment belongs to.</summary>
    public static long StepAt(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <exception cref="FormatException">The key is not in base 32.</exception>
    public static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's SHA-1 is the one that all apps know; HMAC does not need a hash without collisions.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The steps near a moment whose code was typed, the oldest first. Spaces and hyphens do not matter.</summary>
    public static IEnumerable<long> StepsOf(string key, string typed, DateTime utc)
    {
        var code = Encoding.ASCII.GetBytes(Digits(typed));
        var now = StepAt(utc);
        List<long> steps = [];
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), code))
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    /// <summary>True when what was typed looks like a code: six digits.</summary>
    public static bool IsCode(string typed) => Digits(typed) is { Length: 6 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>The address that a QR code holds for the app (Key URI Format).</summary>
    public static string Address(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period={StepSeconds}";

    private static string Digits(string typed) => string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign) && sign != '-'));

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (bits, count) = (0, 0);
        foreach (var sign in key)
        {
            var value = Base32.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("The key is not in base 32.");
            }

            (bits, count) = (((bits << 5) | value) & 0xfff, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
