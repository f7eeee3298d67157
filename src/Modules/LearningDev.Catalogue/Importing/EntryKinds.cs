using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;

namespace LearningDev.Catalogue.Importing;

/// <summary>A kind of learning: a content type, and the kind within it where the type has one.</summary>
/// <param name="ContentType">The name of the content type.</param>
/// <param name="Field">The field of the type's own part that holds the kind within it; null when there is none.</param>
/// <param name="Value">The value of that field.</param>
internal sealed record EntryKind(string ContentType, string? Field = null, string? Value = null);

/// <summary>Finds kinds of learning by the words that people use for them: names of types, their choices, and everyday words.</summary>
internal sealed class EntryKinds
{
    private static readonly string[] KindFields = [nameof(KindPart.EventKind), nameof(KindPart.ResourceKind), nameof(KindPart.OpportunityKind)];

    private static readonly Dictionary<string, string> Everyday = new()
    {
        ["podcast"] = "video",
        ["screencast"] = "video",
        ["podcastorscreencast"] = "video",
        ["film"] = "video",
        ["audio"] = "video",
        ["ebook"] = "book",
        ["guide"] = "article",
        ["blog"] = "article",
        ["reading"] = "article",
        ["website"] = "link",
        ["tool"] = "link",
        ["webpage"] = "link",
        ["resource"] = "link",
        ["pdf"] = "document",
        ["template"] = "document",
        ["file"] = "document",
        ["elearning"] = "elearningmodule",
        ["onlinecourse"] = "elearningmodule",
        ["mooc"] = "elearningmodule",
        ["module"] = "elearningmodule",
        ["online"] = "elearningmodule",
        ["facetoface"] = "course",
        ["classroom"] = "course",
        ["training"] = "course",
        ["trainingcourse"] = "course",
        ["shortcourse"] = "course",
        ["pathway"] = "programme",
        ["apprenticeship"] = "apprenticeshipstandard",
        ["diploma"] = "qualification",
        ["certificate"] = "qualification",
        ["degree"] = "qualification",
        ["event"] = "seminar",
        ["masterclass"] = "workshop",
    };

    private readonly Dictionary<string, EntryKind> kinds = [];

    public EntryKinds(DefinitionSet definitions)
    {
        foreach (var name in definitions.TypesWith(nameof(LearningPart)))
        {
            var type = definitions.FindType(name)!;
            foreach (var field in KindFields)
            {
                foreach (var option in FacetLabels.Options(definitions.FindPart(name), field))
                {
                    kinds.TryAdd(Plain(option.Value), new EntryKind(name, field, option.Value));
                    kinds.TryAdd(Plain(option.Name), new EntryKind(name, field, option.Value));
                }
            }

            if (!KindFields.Any(field => FacetLabels.Options(definitions.FindPart(name), field).Count > 0))
            {
                kinds[Plain(name)] = kinds[Plain(type.DisplayName)] = kinds[Plain(LearningKinds.KeyOf(name))] = new EntryKind(name);
            }
        }
    }

    /// <summary>Finds a kind; null when the word says nothing.</summary>
    public EntryKind? Find(string word) =>
        kinds.GetValueOrDefault(Plain(word)) ?? (Everyday.TryGetValue(Plain(word), out var known) ? kinds.GetValueOrDefault(known) : null);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
