using System.Globalization;
using System.Text;

namespace LearningDev.Content.Search.Words;

/// <summary>Reads the words of one text.</summary>
internal sealed class WordReader(string text, string? beginnings)
{
    private const char Apostrophe = '\'';
    private const int TypographersApostrophe = 0x2019;

    // Unicode blocks of scripts that put no spaces between words: first and last code point.
    private static readonly (int First, int Last)[] WithoutSpaces =
    [
        (0x0E00, 0x0EFF), // Thai, Lao
        (0x1000, 0x109F), // Myanmar
        (0x1780, 0x17FF), // Khmer
        (0x2E80, 0x2FDF), // CJK radicals
        (0x3040, 0x30FF), // Hiragana, Katakana
        (0x31F0, 0x31FF), // Katakana phonetic extensions
        (0x3400, 0x4DBF), // CJK extension A
        (0x4E00, 0x9FFF), // CJK unified ideographs
        (0xF900, 0xFAFF), // CJK compatibility ideographs
        (0x20000, 0x3FFFF), // CJK extensions B and later
    ];

    private readonly char[] letters = new char[SearchWords.MaximumLength];
    private int length;
    private int start;
    private int end;
    private int runEnd = -1;

    /// <summary>The words read so far.</summary>
    public List<SearchWord> Words { get; } = [];

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        for (var at = 0; at < text.Length;)
        {
            at += char.IsAscii(text[at]) ? ReadAscii(at, text[at]) : ReadOther(at);
        }

        EndWord();
    }

    private int ReadAscii(int at, char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            Add(char.ToLowerInvariant(character), at, at + 1);
            return 1;
        }

        if (character == Apostrophe)
        {
            return ReadApostrophe(at);
        }

        // "H&S" is one word, so are "C#" and "C++".
        if (character == '&' && length is 1 or 2 && IsLetter(at + 1))
        {
            return 1;
        }

        if (length == 1 && character == '#')
        {
            Add("sharp", at);
        }
        else if (length == 1 && character == '+' && at + 1 < text.Length && text[at + 1] == '+')
        {
            Add("plusplus", at + 1);
        }

        EndWord();
        return 1;
    }

    // "manager's" is the word "manager", "don't" the word "dont".
    private int ReadApostrophe(int at)
    {
        if (length > 0 && IsLetter(at + 1))
        {
            if (text[at + 1] is not ('s' or 'S') || IsLetter(at + 2))
            {
                return 1;
            }

            EndWord();
            return 2;
        }

        EndWord();
        return 1;
    }

    private int ReadOther(int at)
    {
        // Half of a surrogate pair is read as the replacement character, which is no letter.
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var size);
        if (rune.Value == TypographersApostrophe)
        {
            return ReadApostrophe(at);
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpacingCombiningMark:
                if (length > 0)
                {
                    Add(rune, at, at + size);
                }

                break;
            case UnicodeCategory.OtherNotAssigned:
                // Code points that are no characters have no normal form.
                EndWord();
                break;
            default:
                ReadLetter(rune, at, size);
                break;
        }

        return size;
    }

    private void ReadLetter(Rune rune, int at, int size)
    {
        if (Rune.IsLetter(rune) && Array.Exists(WithoutSpaces, block => rune.Value >= block.First && rune.Value <= block.Last))
        {
            EndWord();
            Add(rune, at, at + size);
            AddWord(joinsPrevious: runEnd == at);
            runEnd = at + size;
            return;
        }

        // "é" is "e", "ﬁ" is "fi", "①" is "1": the letters and digits of the compatibility decomposition (Unicode Standard Annex 15, form KD).
        var any = false;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(part))
            {
                Add(Rune.ToLowerInvariant(part), at, at + size);
                any = true;
            }
        }

        if (!any)
        {
            EndWord();
        }
    }

    private bool IsLetter(int at) => at < text.Length && char.IsLetter(text[at]);

    private void Add(Rune rune, int from, int to)
    {
        Span<char> characters = stackalloc char[2];
        var count = rune.EncodeToUtf16(characters);
        if (length + count <= letters.Length)
        {
            foreach (var character in characters[..count])
            {
                Add(character, from, to);
            }
        }
    }

    private void Add(string more, int at)
    {
        foreach (var letter in more)
        {
            Add(letter, at, at + 1);
        }
    }

    private void Add(char letter, int from, int to)
    {
        if (length == 0)
        {
            start = from;
        }

        if (length < letters.Length)
        {
            letters[length++] = letter;
        }

        end = to;
    }

    private void EndWord()
    {
        if (length > 0)
        {
            AddWord(joinsPrevious: false);
        }
    }

    private void AddWord(bool joinsPrevious)
    {
        if (beginnings is null || beginnings.Contains(letters[0], StringComparison.Ordinal))
        {
            Words.Add(new SearchWord(new string(letters, 0, length), start, end - start, joinsPrevious));
        }

        length = 0;
    }
}
