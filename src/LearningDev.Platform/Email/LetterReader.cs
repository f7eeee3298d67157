using MimeKit;

namespace LearningDev.Platform.Email;

/// <summary>Reads the letters that are kept as files.</summary>
internal sealed class LetterReader(LetterFolder folder)
{
    /// <summary>Reads a page of the letters, newest first.</summary>
    /// <param name="page">The page, from 1; the last when there are fewer.</param>
    /// <param name="size">How many letters a page has.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<LetterPage> ReadAsync(int page, int size, CancellationToken cancellation)
    {
        List<FileInfo> files = [.. folder.Newest()];
        var pages = Math.Max(1, (files.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        List<KeptLetter> letters = [];
        foreach (var file in files.Skip((page - 1) * size).Take(size))
        {
            if (await ReadAsync(file, cancellation) is { } letter)
            {
                letters.Add(letter);
            }
        }

        return new LetterPage(letters, files.Count, page, pages);
    }

    /// <summary>Reads a letter; null when there is none.</summary>
    public async Task<KeptLetter?> FindAsync(string id, CancellationToken cancellation) =>
        folder.Find(id) is { } file ? await ReadAsync(file, cancellation) : null;

    private static async Task<KeptLetter?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            await using var content = file.OpenRead();
            var message = await MimeMessage.LoadAsync(content, cancellation);
            return new KeptLetter(
                Path.GetFileNameWithoutExtension(file.Name), message.To.ToString(), message.Subject ?? "", message.Date.UtcDateTime,
                [.. message.Headers.Where(header => !header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)).Select(header => new LetterHeader(header.Field, header.Value))],
                message.TextBody ?? "");
        }
        catch (Exception fault) when (fault is FileNotFoundException or FormatException)
        {
            // It was deleted meanwhile, or somebody has put something else there.
            return null;
        }
    }
}

/// <summary>A page of the letters that are kept as files.</summary>
internal sealed record LetterPage(IReadOnlyList<KeptLetter> Letters, int Count, int Page, int Pages);

/// <summary>A letter that is kept as a file.</summary>
internal sealed record KeptLetter(string Id, string To, string Subject, DateTime SentUtc, IReadOnlyList<LetterHeader> Headers, string Text);

/// <summary>A header of a letter, decoded.</summary>
internal sealed record LetterHeader(string Name, string Value);
