using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningDev.Content.Media.Checking;

/// <summary>Checks captions: WebVTT of the World Wide Web Consortium, with at least one cue.</summary>
internal static partial class WebVtt
{
    /// <summary>The most characters of captions: some hours of speech.</summary>
    public const int MostCharacters = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null when it is no text in UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            return Strict.GetString(file).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with captions, with the line; null when nothing is.</summary>
    public static string? Fault(string? text)
    {
        if (text is null || text.Contains('\0', StringComparison.Ordinal) || text.Length > MostCharacters)
        {
            return text?.Length > MostCharacters ? "The captions are too long." : "The captions must be text in UTF-8.";
        }

        var lines = text.Split('\n');
        if (!Start().IsMatch(lines[0]))
        {
            return "The captions must be WebVTT: their first line must be WEBVTT.";
        }

        var cues = 0;
        var last = TimeSpan.Zero;
        for (var line = 1; line < lines.Length; line++)
        {
            if (!lines[line].Contains("-->", StringComparison.Ordinal))
            {
                continue;
            }

            if (Timing().Match(lines[line]) is not { Success: true } timing)
            {
                return $"Line {line + 1} of the captions is not right: a time is like 00:01:02.500 --> 00:01:04.000.";
            }

            var (from, to) = (Moment(timing, "a"), Moment(timing, "b"));
            if (to <= from || from < last)
            {
                return $"Line {line + 1} of the captions is not right: {(to <= from ? "the caption ends before it begins" : "it begins before the caption above")}.";
            }

            if (line + 1 >= lines.Length || lines[line + 1].Trim().Length == 0)
            {
                return $"Line {line + 1} of the captions is not right: no words follow the time.";
            }

            last = from;
            cues++;
        }

        return cues == 0 ? "There is no caption in the file." : null;
    }

    private static TimeSpan Moment(Match timing, string side) =>
        TimeSpan.FromHours(timing.Groups[$"{side}h"] is { Success: true } hours ? int.Parse(hours.Value, CultureInfo.InvariantCulture) : 0)
        + TimeSpan.FromMinutes(int.Parse(timing.Groups[$"{side}m"].ValueSpan, CultureInfo.InvariantCulture))
        + TimeSpan.FromSeconds(double.Parse(timing.Groups[$"{side}s"].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^WEBVTT([ \t].*)?$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^[ \t]*((?<ah>\d{2,4}):)?(?<am>[0-5]\d):(?<as>[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?<bh>\d{2,4}):)?(?<bm>[0-5]\d):(?<bs>[0-5]\d\.\d{3})([ \t]+[^<>]*)?$")]
    private static partial Regex Timing();
}
