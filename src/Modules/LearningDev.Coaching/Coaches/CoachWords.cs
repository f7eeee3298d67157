using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Coaching.Coaches;

/// <summary>What the choices of profiles and requests are called, as editors have written it.</summary>
internal sealed class CoachWords(IReadOnlyDictionary<CoachValueKind, IReadOnlyList<(string Value, string Name)>> choices, IReadOnlyList<(string Value, string Name)> levels)
{
    /// <summary>What can be chosen of a kind, in order.</summary>
    public IReadOnlyList<(string Value, string Name)> Of(CoachValueKind kind) => choices[kind];

    /// <summary>The same for boxes.</summary>
    public IEnumerable<SelectListItem> Items(CoachValueKind kind) => Of(kind).Select(choice => new SelectListItem(choice.Name, choice.Value));

    /// <summary>The names of values, in the order of the choices; what is not known any more is left out.</summary>
    public IReadOnlyList<string> Names(CoachValueKind kind, IEnumerable<string> values)
    {
        var chosen = values.ToHashSet(StringComparer.Ordinal);
        return [.. Of(kind).Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Name)];
    }

    /// <summary>The name of a qualification's level.</summary>
    public string Level(string value) => levels.FirstOrDefault(level => level.Value == value).Name is { Length: > 0 } name ? name : value;

    public static string State(CoachState state) => state switch
    {
        CoachState.Draft => "Draft",
        CoachState.Sent => "Waiting for HR",
        CoachState.Approved => "Approved",
        CoachState.Refused => "Not approved",
        _ => "Withdrawn",
    };

    public static string Colour(CoachState state) => state switch
    {
        CoachState.Sent => "blue",
        CoachState.Approved => "green",
        CoachState.Refused => "red",
        _ => "grey",
    };

    public static async Task<CoachWords> ReadAsync(ContentDefinitions definitions, TaxonomyReader taxonomies, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var themes = (await taxonomies.FindAsync(CoachingMatch.Taxonomy, cancellation))?.Terms ?? [];
        return new CoachWords(
            new Dictionary<CoachValueKind, IReadOnlyList<(string, string)>>
            {
                [CoachValueKind.Pool] = [],
                [CoachValueKind.Theme] = [.. themes.Select(term => (term.Id, term.Name))],
                [CoachValueKind.Language] = Several(nameof(CoachingMatch.Languages)),
                [CoachValueKind.Day] = Several(nameof(CoachingMatch.Days)),
                [CoachValueKind.Place] = Several(nameof(CoachingMatch.Places)),
                [CoachValueKind.Approach] = Several(nameof(CoachingMatch.Approaches)),
            },
            Named(set.FindPart(CoachProfile.Type)?.Fields.Find(field => field.Name == nameof(CoachProfile.QualificationLevel))?.Settings.Read<TextFieldPredefinedListEditorSettings>().Options));

        IReadOnlyList<(string, string)> Several(string name) =>
            Named(set.FindPart(nameof(CoachingMatch))?.Fields.Find(field => field.Name == name)?.Settings.Read<MultiTextFieldSettings>().Options);

        static IReadOnlyList<(string, string)> Named(List<ListOption>? options) => [.. (options ?? []).Select(option => (option.Value, option.Name.Length > 0 ? option.Name : option.Value))];
    }
}
