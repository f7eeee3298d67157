using LearningDev.Coaching.Coaches;

namespace LearningDev.Coaching.Matching;

/// <summary>Says in plain words why a coach is suggested, for example "Coaches on leading change; free on Tuesdays; ILM level 7; works in another directorate".</summary>
internal static class Reasons
{
    /// <param name="fits">In what the coach fits.</param>
    /// <param name="qualification">Awarding body and level; empty for none.</param>
    /// <param name="words">What the choices are called.</param>
    public static string Of(IReadOnlyList<Fit> fits, string qualification, CoachWords words)
    {
        string[] reasons =
        [
            Said("coaches on ", Names(FitKind.Theme, CoachValueKind.Theme).Select(Small)),
            Said("free on ", Names(FitKind.Day, CoachValueKind.Day).Select(Often)),
            Said("speaks ", Names(FitKind.Language, CoachValueKind.Language)),
            Said("can meet here: ", Names(FitKind.Place, CoachValueKind.Place).Select(Small)),
            Said("works like this: ", Names(FitKind.Approach, CoachValueKind.Approach).Select(Small)),
            qualification,
            fits.Any(fit => fit.Kind == FitKind.OtherDirectorate) ? "works in another directorate" : "",
        ];
        var sentence = string.Join("; ", reasons.Where(reason => reason.Length > 0));
        return sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence[1..];

        IReadOnlyList<string> Names(FitKind kind, CoachValueKind values) => words.Names(values, fits.Where(fit => fit.Kind == kind).Select(fit => fit.Value));
    }

    private static string Said(string beginning, IEnumerable<string> names) => names.ToList() switch
    {
        [] => "",
        [var only] => beginning + only,
        var several => $"{beginning}{string.Join(", ", several[..^1])} and {several[^1]}",
    };

    private static string Often(string day) => day.EndsWith("day", StringComparison.Ordinal) ? day + "s" : Small(day);

    private static string Small(string name) => name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
