using LearningDev.Catalogue.Search;

namespace LearningDev.Catalogue.Offer;

/// <summary>What a reader wants to see of the offer: values of the facets, empty for all.</summary>
/// <param name="Topic">The id of a topic.</param>
/// <param name="Pillar">A strategy pillar.</param>
/// <param name="Level">A role level, or "everyone".</param>
internal sealed record OfferChoice(string Topic, string Pillar, string Level);

/// <summary>The development offer at each level (CAT-06).</summary>
internal sealed record DevelopmentOffer
{
    public required OfferChoice Choice { get; init; }

    public required IReadOnlyList<OfferRow> Rows { get; init; }

    public required IReadOnlyList<FacetValue> Topics { get; init; }

    public required IReadOnlyList<FacetValue> Pillars { get; init; }

    /// <summary>The levels that learning can be meant for, "everyone" last.</summary>
    public required IReadOnlyList<FacetValue> Levels { get; init; }

    /// <summary>The reader's own level; null where the offer has no such level.</summary>
    public required FacetValue? OwnLevel { get; init; }
}

/// <summary>The offer at one level.</summary>
/// <param name="Level">The level.</param>
/// <param name="IsOwn">True for the reader's own level.</param>
/// <param name="External">National and external programmes.</param>
/// <param name="Internal">What the council itself offers.</param>
/// <param name="Costs">What it costs, by who pays.</param>
/// <param name="SearchUrl">The whole offer of the level in the catalogue; null where the catalogue has no filter for what was chosen.</param>
internal sealed record OfferRow(FacetValue Level, bool IsOwn, OfferCell External, OfferCell Internal, IReadOnlyList<string> Costs, string? SearchUrl)
{
    public int Total => External.Total + Internal.Total;
}

/// <summary>The entries of a cell, the first of them.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Entries">Those that are shown.</param>
/// <param name="MoreUrl">Where the others are shown too; null when all that can be are shown.</param>
internal sealed record OfferCell(int Total, IReadOnlyList<OfferEntry> Entries, string? MoreUrl);

/// <summary>An entry of the offer.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address.</param>
/// <param name="Cost">What it costs and who pays, as far as that is known.</param>
internal sealed record OfferEntry(string Title, string Url, string? Cost);
