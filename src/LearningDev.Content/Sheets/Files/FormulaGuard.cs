namespace LearningDev.Content.Sheets.Files;

/// <summary>
/// Keeps spreadsheet programs from taking a text of a CSV file for a formula (CSV injection, OWASP): an apostrophe stands before it. What is guarded reads
/// back as it was; an apostrophe that somebody has typed stays.
/// </summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>A text for a file whose cells have no kind, such as CSV.</summary>
    public static string Guard(string text) => text.Length > 0 && (IsDangerous(text[0]) || LooksGuarded(text)) ? Mark + text : text;

    /// <summary>A text for a file whose cells are told to be texts: only what would be taken for guarded is guarded.</summary>
    public static string GuardText(string text) => LooksGuarded(text) ? Mark + text : text;

    /// <summary>The text as it was before it was guarded.</summary>
    public static string Restore(string text) => LooksGuarded(text) ? text[1..] : text;

    private static bool LooksGuarded(string text) => text.Length > 1 && text[0] == Mark && (text[1] == Mark || IsDangerous(text[1]));

    private static bool IsDangerous(char character) => character is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
