using System.Security.Cryptography;
using System.Text;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.People.SignIn.Keeping;

namespace LearningDev.Partnerships.Confidence;

/// <summary>Keeps forms with words in confidence that were sent after the sign-in had ended, as those words are kept: the key's name in a line, then what is encrypted with it (COA-03).</summary>
internal sealed class ConfidentialForms(ConfidentialKeys keys) : IConfidentialForms
{
    private const byte LineEnd = (byte)'\n';

    public byte[]? Seal(string formId, string content)
    {
        try
        {
            var key = keys.Current();
            return [.. Encoding.UTF8.GetBytes(key.Id), LineEnd, .. SealedWords.Seal(content, formId, key.Bytes)];
        }
        catch (ConfidentialKeyMissingException)
        {
            return null;
        }
    }

    public string? Open(string formId, byte[] content)
    {
        try
        {
            var end = Array.IndexOf(content, LineEnd);
            return end < 0 ? null : SealedWords.Open(content[(end + 1)..], formId, keys.Find(Encoding.UTF8.GetString(content, 0, end)).Bytes);
        }
        catch (Exception fault) when (fault is ConfidentialKeyMissingException or CryptographicException)
        {
            return null;
        }
    }
}
