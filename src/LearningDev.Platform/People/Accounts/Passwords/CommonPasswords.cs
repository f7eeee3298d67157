using System.IO.Compression;

namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>
/// The passwords that guessers try first (NIST SP 800-63B, 3.1.1.2). They are read from the compressed list each time: it takes a few
/// milliseconds, people seldom choose a password, and the list would take several megabytes of memory.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "LearningDev.Platform.People.Accounts.Passwords.common-passwords.txt.br";

    /// <summary>True when one of the given texts, in small letters, is on the list.</summary>
    public static bool HaveAnyOf(IReadOnlySet<string> texts) => texts.Count > 0 && All().Any(texts.Contains);

    internal static IEnumerable<string> All()
    {
        using var compressed = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(new BrotliStream(compressed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
