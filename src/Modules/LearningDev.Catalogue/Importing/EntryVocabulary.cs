using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Importing;

/// <summary>The words of this portal that the words of a file are matched with: kinds, choices, topics and providers.</summary>
internal sealed class EntryVocabulary
{
    // Words for formats that differ from the choices' own.
    private static readonly Dictionary<string, string> Formats = new()
    {
        ["online"] = "self-paced",
        ["elearning"] = "self-paced",
        ["ondemand"] = "self-paced",
        ["selfpaced"] = "self-paced",
        ["distance"] = "self-paced",
        ["webinar"] = "live-online",
        ["virtual"] = "live-online",
        ["virtualclassroom"] = "live-online",
        ["liveonline"] = "live-online",
        ["classroom"] = "face-to-face",
        ["inperson"] = "face-to-face",
        ["mixed"] = "blended",
        ["hybrid"] = "blended",
        ["onthejob"] = "workplace",
    };

    private readonly ContentPartDefinition? learning;
    private readonly DefinitionSet definitions;
    private readonly Dictionary<string, string> topics = [];
    private readonly ILookup<string, string> providers;
    private readonly IReadOnlyDictionary<string, string> people;
    private readonly List<FacetValue> roles;

    private EntryVocabulary(
        DefinitionSet definitions, IReadOnlyList<Term> terms, IReadOnlyDictionary<string, string> providers, IReadOnlyDictionary<string, string> people, IReadOnlyList<string> roles,
        CatalogueSettings settings)
    {
        this.people = people;
        this.roles = [.. roles.Select(role => new FacetValue(role, role))];
        this.definitions = definitions;
        learning = definitions.FindPart(nameof(LearningPart));
        Kinds = new EntryKinds(definitions);
        Settings = settings;
        TopicWords = new TopicWords(settings.Import.TopicWords, terms);
        foreach (var term in terms)
        {
            topics[Plain(term.Id)] = topics[Plain(term.Name)] = term.Id;
        }

        this.providers = providers.SelectMany(pair => new[] { (Word: Plain(pair.Value), Id: pair.Key), (Word: Plain(pair.Key), Id: pair.Key) }).ToLookup(pair => pair.Word, pair => pair.Id);
    }

    public EntryKinds Kinds { get; }

    public CatalogueSettings Settings { get; }

    public TopicWords TopicWords { get; }

    /// <summary>The id of the taxonomy of topics.</summary>
    public string Taxonomy => TaxonomyOf(learning);

    /// <summary>Loads the words.</summary>
    /// <param name="definitions">The types and parts.</param>
    /// <param name="taxonomies">The topics.</param>
    /// <param name="items">The providers.</param>
    /// <param name="people">The ids of the people that the file names, by user name.</param>
    /// <param name="roles">The names of the portal's roles.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellation">Stops loading.</param>
    public static async Task<EntryVocabulary> LoadAsync(
        ContentDefinitions definitions, TaxonomyReader taxonomies, ContentItems items, IReadOnlyDictionary<string, string> people, IReadOnlyList<string> roles, ISettings settings,
        CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var topics = await taxonomies.FindAsync(TaxonomyOf(set.FindPart(nameof(LearningPart))), cancellation);
        return new EntryVocabulary(
            set, topics?.Terms ?? [], await items.NamesAsync(nameof(Provider), cancellation), people, roles, await settings.GetAsync<CatalogueSettings>(cancellation));
    }

    public bool IsLearning(string contentType) => LearningKinds.IsLearning(definitions, contentType);

    /// <summary>True when a content type has a field of its own, such as a link.</summary>
    public bool HasField(string contentType, string fieldName) => definitions.FindPart(contentType)?.Fields.Exists(field => field.Name == fieldName) ?? false;

    /// <summary>The id of the topic of a name or id; null when there is none.</summary>
    public string? TopicOf(string word) => topics.GetValueOrDefault(Plain(word));

    /// <summary>The id of the provider of a name or id; null when there is none.</summary>
    public string? ProviderOf(string word) => providers[Plain(word)].FirstOrDefault();

    /// <summary>The id of the person of a user name; null when there is nobody of that name.</summary>
    public string? PersonOf(string userName) => people.GetValueOrDefault(userName);

    /// <summary>The value of a choice of the learning part, by its value or name; null when it is none.</summary>
    public string? ChoiceOf(string fieldName, string word) => ChoiceOf(learning, fieldName, word)
        ?? (fieldName == nameof(LearningPart.Formats) && Formats.TryGetValue(Plain(word), out var format) ? ChoiceOf(learning, fieldName, format) : null)
        ?? (fieldName == nameof(LearningPart.Audience) && Plain(word) is "all" or "allstaff" or "staff" or "everybody" ? ChoiceOf(learning, fieldName, "everyone") : null);

    /// <summary>The value of a choice of any part; null when it is none.</summary>
    public string? ChoiceOf(string partName, string fieldName, string word) => ValueOf(Choices(partName, fieldName), word);

    /// <summary>The names of a field's choices, for people to choose from.</summary>
    public string ChoicesOf(string partName, string fieldName) =>
        string.Join(", ", Choices(partName, fieldName).Select(option => $"“{option.Name}”"));

    /// <summary>The English name of a language by its code, such as "pt_BR"; the code itself when it is none.</summary>
    public static string LanguageName(string code)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code.Trim().Replace('_', '-'), predefinedOnly: true);
            return culture.IsNeutralCulture ? culture.EnglishName : culture.Parent.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code.Trim();
        }
    }

    private static string? ChoiceOf(ContentPartDefinition? part, string fieldName, string word) => ValueOf(FacetLabels.Options(part, fieldName), word);

    private static string? ValueOf(IReadOnlyList<FacetValue> choices, string word) =>
        choices.FirstOrDefault(option => Plain(option.Value) == Plain(word) || Plain(option.Name) == Plain(word))?.Value;

    // Whom an item is for is chosen among the portal's roles, unless its field has choices of its own.
    private IReadOnlyList<FacetValue> Choices(string partName, string fieldName) => FacetLabels.Options(definitions.FindPart(partName), fieldName) is { Count: > 0 } own ? own
        : partName == nameof(VisibilityPart) && fieldName == nameof(VisibilityPart.Roles) ? roles : [];

    private static string TaxonomyOf(ContentPartDefinition? part) => part?.Fields.Find(candidate => candidate.Name == nameof(LearningPart.Topics))?
        .Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId ?? "";

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
