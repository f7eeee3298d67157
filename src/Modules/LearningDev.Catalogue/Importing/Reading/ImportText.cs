using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Makes text from elsewhere fit: entities, control characters, bullets and lengths.</summary>
internal static partial class ImportText
{
    /// <summary>Replaces HTML entities such as &amp;rlm; by their characters, and drops what no text may hold.</summary>
    public static string Decode(string text)
    {
        var decoded = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        return Clean(decoded);
    }

    /// <summary>Drops control characters and halves of characters, which databases refuse; lines end in one way.</summary>
    public static string Clean(string text)
    {
        var lines = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        if (!lines.AsSpan().ContainsAnyInRange('\0', '\u001f') && !lines.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            && !lines.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return lines;
        }

        var clean = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>One line: every run of white space becomes one space.</summary>
    public static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>Cuts a text that is too long behind its last whole sentence, or else behind a word.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var sentence = SentenceEnd().Matches(text[..length]).LastOrDefault();
        if (sentence is not null && sentence.Index >= length / 3)
        {
            return text[..(sentence.Index + 1)];
        }

        var room = text[..(length - 1)];
        var end = room.LastIndexOf(' ');
        room = end > length / 3 ? room[..end] : room;
        return (char.IsHighSurrogate(room[^1]) ? room[..^1] : room).TrimEnd(' ', ',', ';', ':', '–', '-') + "…";
    }

    /// <summary>Turns plain text with "•" lists into Markdown that shows it as it is meant, and nothing in it as formatting.</summary>
    public static string ToMarkdown(string plain)
    {
        var markdown = new StringBuilder();
        var before = Line.None;
        foreach (var raw in Clean(plain).Split('\n'))
        {
            var bullet = Bullet().Match(raw);
            var text = OneLine(bullet.Success ? raw[bullet.Length..] : raw);
            var now = text.Length == 0 ? Line.Empty : bullet.Success ? Line.Bullet : Line.Text;
            if (now == Line.Empty)
            {
                // An empty line between two bullets does not end the list.
                before = before == Line.Bullet ? Line.Bullet : before == Line.None ? Line.None : Line.Empty;
                continue;
            }

            if (before != Line.None)
            {
                markdown.Append(now == Line.Bullet && before == Line.Bullet ? "\n" : "\n\n");
            }

            markdown.Append(now == Line.Bullet ? "- " : "").Append(Escape(text));
            before = now;
        }

        return markdown.ToString();
    }

    /// <summary>Writes a text so that Markdown shows it letter by letter.</summary>
    public static string Escape(string text) => LineStart().Replace(Special().Replace(text, @"\$0"), match => match.Value.Insert(match.Length - 1, @"\"));

    private enum Line
    {
        None,
        Empty,
        Text,
        Bullet,
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[.!?。！？](?=\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s*[•·▪●◦‣]\s*|^\s*[-–*]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[\\`*_\[\]<>|~]")]
    private static partial Regex Special();

    // What would begin a heading, a list or a numbered list.
    [GeneratedRegex(@"^(?:#|\+|-|=|\d{1,9}[.)](?=\s))")]
    private static partial Regex LineStart();
}
