using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Partnerships.Confidence;

/// <summary>
/// Words encrypted by AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce, 16 of tag, then what was encrypted. The id of the words is authenticated with them, so that they
/// cannot be put in the place of others.
/// </summary>
internal static class SealedWords
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(string words, string id, byte[] key)
    {
        var plain = Encoding.UTF8.GetBytes(words);
        var sealedWords = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedWords.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedWords.AsSpan(NonceBytes + TagBytes), sealedWords.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(id));
        return sealedWords;
    }

    /// <exception cref="CryptographicException">The words were changed, or are those of another id or key.</exception>
    public static string Open(byte[] sealedWords, string id, byte[] key)
    {
        if (sealedWords.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The words are cut off.");
        }

        var plain = new byte[sealedWords.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedWords.AsSpan(0, NonceBytes), sealedWords.AsSpan(NonceBytes + TagBytes), sealedWords.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(id));
        return Encoding.UTF8.GetString(plain);
    }
}
