using System.Text;

namespace LearningDev.Content.Sheets.Files;

/// <summary>Makes text out of files with delimited values, whichever program has saved them.</summary>
public static class DelimitedText
{
    private const int WindowsWestern = 1252;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// Decodes a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, because spreadsheet programs on Windows save in the code page of the machine unless told otherwise.
    /// </summary>
    /// <param name="content">The file.</param>
    /// <param name="isWestern">True when it was read as Windows-1252.</param>
    public static string Decode(Stream content, out bool isWestern)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        isWestern = false;
        try
        {
            using var strict = new StreamReader(copy, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return strict.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            isWestern = true;
            return CodePagesEncodingProvider.Instance.GetEncoding(WindowsWestern)!.GetString(copy.ToArray());
        }
    }

    /// <summary>Tells what stands between the values: comma, semicolon or tab. The header alone decides, because a long text further down may hold more of anything.</summary>
    public static char SeparatorOf(string text)
    {
        var quoted = false;
        Span<int> counts = stackalloc int[Separators.Length];
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character is '\r' or '\n')
            {
                break;
            }
            else if (!quoted && Array.IndexOf(Separators, character) is >= 0 and var index)
            {
                counts[index]++;
            }
        }

        var most = 0;
        for (var index = 1; index < counts.Length; index++)
        {
            most = counts[index] > counts[most] ? index : most;
        }

        return Separators[most];
    }
}
