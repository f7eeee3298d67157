using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Web.Setup.Opening;

/// <summary>
/// The code that opens set-up: five groups of four letters out of the twenty that RFC 8628, 6.1 advises, which are hard to mistake for one another
/// and make no words. 86 bits cannot be guessed, so a plain SHA-256 keeps it.
/// </summary>
internal static class SetupCode
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Groups = 5;
    private const int LettersInGroup = 4;

    /// <summary>Makes a new code, for example "WDJB-MJHT-BCFX-RNQK-ZPLV".</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, LettersInGroup)));

    /// <summary>What is kept of a code. Case, spaces and hyphens do not matter.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    /// <summary>True when the code is the one that the hash was made of; takes as long when it is not.</summary>
    public static bool Matches(string code, string hash) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(Hash(code)), Convert.FromHexString(hash));
}
