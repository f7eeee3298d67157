using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningDev.Content.Curation.Links;

/// <summary>Finds and replaces web addresses in texts: in plain ones, and in Markdown however a link is written there.</summary>
internal static partial class LinkTexts
{
    private const string Trailing = ".,;:!?'*_~}";

    /// <summary>The addresses in a text, in the form in which they are kept.</summary>
    public static IEnumerable<string> Find(string text, bool isMarkdown) =>
        from match in Address().Matches(text)
        let url = Normal(Written(match.Value, isMarkdown))
        where url is not null
        select url;

    /// <summary>Replaces an address wherever it stands in a text.</summary>
    /// <returns>The text; the same when the address is not in it.</returns>
    public static string Replace(string text, bool isMarkdown, string url, string with)
    {
        StringBuilder? replaced = null;
        var from = 0;
        foreach (Match match in Address().Matches(text))
        {
            var raw = Cut(match.Value);
            if (Normal(isMarkdown ? Unescaped(raw) : raw) != url)
            {
                continue;
            }

            (replaced ??= new StringBuilder()).Append(text, from, match.Index - from).Append(with).Append(Fragment(raw, with));
            from = match.Index + raw.Length;
        }

        return replaced is null ? text : replaced.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>An address in the form in which it is kept: without the part after "#", which no site is asked for. Null when it is no web address, or too long.</summary>
    public static string? Normal(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            && address.GetComponents(UriComponents.HttpRequestUrl | UriComponents.UserInfo, UriFormat.UriEscaped) is { Length: <= LinkRules.MaximumLength } normal
            ? normal
            : null;

    private static string Written(string match, bool isMarkdown) => isMarkdown ? Unescaped(Cut(match)) : Cut(match);

    internal static string Fragment(string raw, string with) => raw.IndexOf('#', StringComparison.Ordinal) is > 0 and var at && !with.Contains('#', StringComparison.Ordinal) ? raw[at..] : "";

    // A sentence's full stop and the bracket that closes a link are no part of the address; brackets of its own are.
    private static string Cut(string match)
    {
        var end = match.Length;
        var open = 0;
        for (var at = 0; at < end; at++)
        {
            open += match[at] == '(' ? 1 : 0;
            if (match[at] == ')' && --open < 0)
            {
                end = at;
            }
        }

        while (end > 0 && (Trailing.Contains(match[end - 1], StringComparison.Ordinal) || match[end - 1] == '\\'))
        {
            end--;
        }

        return match[..end];
    }

    private static string Unescaped(string text) => WebUtility.HtmlDecode(Escape().Replace(text, "$1"));

    [GeneratedRegex(@"\bhttps?://[^\s<>""`|\[\]\u0000]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
