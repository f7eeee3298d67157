using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Platform.People;

namespace LearningDev.Catalogue.Search;

/// <summary>The facets of the catalogue: their keys in addresses, and the values of an entry.</summary>
internal static class CatalogueFacets
{
    public const string Topic = "topic";
    public const string Kind = "kind";
    public const string Classification = "classification";
    public const string Audience = "audience";
    public const string Format = "format";
    public const string Length = "length";
    public const string Cost = "cost";
    public const string Funding = "funding";
    public const string QualificationLevel = "level";
    public const string Provider = "provider";

    /// <summary>Whom an entry suits, by level and grade. People choose <see cref="Suitability.Me"/>; the values are <see cref="Suitability"/>'s.</summary>
    public const string Suits = "suits";

    /// <summary>What a programme includes. Not offered as a filter; it answers "which programmes is this part of?".</summary>
    public const string Includes = "includes";

    public const string AudienceEveryone = "everyone";

    public const string LengthShort = "under-15-minutes";
    public const string LengthUnderAnHour = "under-an-hour";
    public const string LengthHours = "an-hour-to-half-a-day";
    public const string LengthHalfDay = "half-a-day-or-more";

    public const string CostFree = "free";
    public const string CostLow = "low";
    public const string CostMiddle = "middle";
    public const string CostHigh = "high";

    /// <summary>The facets in the order in which the page offers them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Suits, Topic, Kind, Length, Format, Cost, Funding, Audience, Classification, QualificationLevel, Provider];

    /// <summary>Names that facets which editors make of fields may not take, because addresses and the index have them.</summary>
    public static IReadOnlySet<string> Reserved { get; } = new HashSet<string> { Suits, Topic, Kind, Classification, Audience, Format, Length, Cost, Funding, QualificationLevel, Provider, Includes, "q", "page", "size", "sort", "exactly", "role" };

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(ContentItem item, CatalogueSettings settings, PeopleSettings people)
    {
        var learning = item.As<LearningPart>();
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Topic] = learning.Topics.TermContentItemIds,
            [Kind] = [LearningKinds.KeyOf(item.ContentType)],
            [Classification] = One(learning.Classification.Text),
            [Audience] = learning.Audience.Values,
            [Format] = learning.Formats.Values,
            [Length] = Lengths(learning.DurationMinutes.Value, settings),
            [Cost] = Costs(learning.CostFrom.Value, learning.CostTo.Value, settings),
            [Funding] = One(learning.FundedBy.Text),
            [QualificationLevel] = One(learning.QualificationLevel.Value?.ToString("0", CultureInfo.InvariantCulture)),
            [Suits] = Suitability.Of(learning, people.Grades),
            [Provider] = learning.Provider.ContentItemIds,
            [Includes] = item.As<KindPart>(item.ContentType).Steps?.ContentItemIds ?? [],
        };
    }

    /// <summary>The lengths that an entry counts under; what is under 15 minutes is under an hour too (CAT-05).</summary>
    internal static IReadOnlyList<string> Lengths(decimal? minutes, CatalogueSettings settings) => minutes switch
    {
        not > 0 => [],
        _ when minutes < settings.ShortMinutes => [LengthShort, LengthUnderAnHour],
        < 60 => [LengthUnderAnHour],
        _ when minutes < settings.MinutesPerDay / 2m => [LengthHours],
        _ => [LengthHalfDay],
    };

    /// <summary>The band of cost per head that an entry counts under, by its lowest cost; none when no cost is known.</summary>
    internal static IReadOnlyList<string> Costs(decimal? from, decimal? to, CatalogueSettings settings) => (from ?? to) switch
    {
        null => [],
        0 when to is null or 0 => [CostFree],
        { } cost when cost <= settings.LowCost => [CostLow],
        { } cost when cost <= settings.HighCost => [CostMiddle],
        _ => [CostHigh],
    };

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
