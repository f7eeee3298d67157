using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Offer;

/// <summary>Makes the development offer by level out of the catalogue (CAT-06): what is external, what is the council's own, and what it costs.</summary>
internal sealed class OfferService(
    PortalDb db, ContentItems items, ContentDefinitions definitions, CatalogueSearch catalogue, SearchService search, FacetLabels labels,
    ISettings settings, CurrentPerson person)
{
    internal const string Everyone = "everyone";
    internal const int InCell = 6;
    internal const int InCellOfOneLevel = 50;

    private const string InHouse = "in-house";
    private const string External = "external";

    /// <summary>The offer for a choice; what is null in it is as the settings say. Values that there are not count as not chosen.</summary>
    public async Task<DevelopmentOffer> BuildAsync(string? topic, string? pillar, string? level, CancellationToken cancellation)
    {
        var own = await settings.GetAsync<CatalogueSettings>(cancellation);
        var names = await labels.GetAsync(cancellation);
        var part = (await definitions.GetAsync(cancellation)).FindPart(nameof(LearningPart));
        var topics = names.Facets[CatalogueFacets.Topic].Values;
        var pillars = FacetLabels.Options(part, nameof(LearningPart.Pillar));
        var levels = await LevelsAsync(names, cancellation);
        var chosen = topic is null && pillar is null;
        var choice = new OfferChoice(
            Known(topics, chosen ? own.OfferTopic : topic), Known(pillars, chosen ? own.OfferPillar : pillar), Known(levels, level));
        var entries = await EntriesAsync(choice, own, cancellation);
        var payers = new FieldWords(part);
        var mine = levels.FirstOrDefault(candidate => candidate.Value == person.RoleLevel && candidate.Value != Everyone);
        var levelNames = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels;
        return new DevelopmentOffer
        {
            Choice = choice,
            Topics = topics,
            Pillars = pillars,
            Levels = levels,
            OwnLevel = mine is null ? null : mine with { Name = levelNames.Find(name => name.Key == mine.Value)?.Name ?? mine.Name },
            Rows = [.. levels.Where(candidate => choice.Level.Length == 0 || candidate.Value == choice.Level)
                .Select(candidate => Row(candidate, candidate == mine, choice, entries, payers))
                .Where(row => row.Total > 0 || row.IsOwn || choice.Level.Length > 0)],
        };
    }

    /// <summary>What an entry costs and who pays: "£1,895 per person, your service".</summary>
    internal static string? CostWords(CatalogueEntry entry, FieldWords words)
    {
        var cost = LearningWords.Cost(entry.CostFrom, entry.CostTo);
        var payer = IsFree(entry) ? null : words.NameOf(nameof(LearningPart.FundedBy), entry.FundedBy);
        return string.Join(", ", new[] { cost ?? (IsFree(entry) ? "Free" : null), string.IsNullOrEmpty(payer) ? null : InSentence(payer) }.OfType<string>())
            is { Length: > 0 } all ? all[..1].ToUpperInvariant() + all[1..] : null;
    }

    /// <summary>What entries cost, by who pays: "Apprenticeship levy: £6,000 to £22,000 per person".</summary>
    internal static IReadOnlyList<string> Costs(IReadOnlyCollection<CatalogueEntry> entries, FieldWords words)
    {
        var paid = entries.Where(entry => !IsFree(entry)).GroupBy(entry => entry.FundedBy)
            .Select(group => (
                Payer: group.Key,
                Least: group.Min(entry => entry.CostFrom ?? entry.CostTo),
                Most: group.Max(entry => entry.CostTo ?? entry.CostFrom)))
            .OrderByDescending(group => group.Most)
            .Select(group => (words.NameOf(nameof(LearningPart.FundedBy), group.Payer), LearningWords.Cost(group.Least, group.Most)) switch
            {
                ("", null) => null,
                ("", { } cost) => cost,
                ({ } payer, null) => $"{payer}: cost not given",
                ({ } payer, { } cost) => $"{payer}: {cost}",
            }).OfType<string>();
        var free = entries.Count(IsFree);
        return free == 0 ? [.. paid] : [.. paid, free == entries.Count ? "All of it is free" : $"Free: {free} of {entries.Count}"];
    }

    /// <summary>Free by its cost; where no cost is given, by who pays.</summary>
    private static bool IsFree(CatalogueEntry entry) =>
        (entry.CostTo ?? entry.CostFrom) is { } most ? most == 0 : entry.FundedBy == CatalogueFacets.CostFree;

    private static string InSentence(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Known(IReadOnlyList<FacetValue> values, string? value) => values.Any(candidate => candidate.Value == value) ? value! : "";

    private static OfferRow Row(
        FacetValue level, bool isOwn, OfferChoice choice, IReadOnlyList<(CatalogueEntry Entry, HashSet<string> Audience, bool IsExternal)> entries, FieldWords words)
    {
        var ofLevel = entries.Where(entry => entry.Audience.Contains(level.Value)).ToList();
        var search = CatalogueLinks.Search + QueryString.Create(
            new[] { KeyValuePair.Create(CatalogueFacets.Audience, (string?)level.Value), KeyValuePair.Create(CatalogueFacets.Topic, (string?)choice.Topic) }
                .Where(pair => pair.Value!.Length > 0));
        return new OfferRow(
            level, isOwn, Cell(isExternal: true), Cell(isExternal: false), Costs([.. ofLevel.Select(entry => entry.Entry)], words),
            choice.Pillar.Length == 0 && ofLevel.Count > 0 ? search : null);

        OfferCell Cell(bool isExternal)
        {
            var all = ofLevel.Where(entry => entry.IsExternal == isExternal).Select(entry => entry.Entry).ToList();
            var one = choice.Level.Length > 0;
            var shown = all.Take(one ? InCellOfOneLevel : InCell)
                .Select(entry => new OfferEntry(entry.Title, CatalogueLinks.Entry(entry.Slug), CostWords(entry, words))).ToList();
            return new OfferCell(all.Count, shown, shown.Count < all.Count && !one ? OfferModel.UrlOf(choice with { Level = level.Value }) : null);
        }
    }

    /// <summary>The levels in the order of the council, those that only the catalogue knows after them, everyone last.</summary>
    private async Task<IReadOnlyList<FacetValue>> LevelsAsync(FacetNames names, CancellationToken cancellation)
    {
        var order = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels.Select(level => level.Key).ToList();
        return [.. names.Facets[CatalogueFacets.Audience].Values
            .OrderBy(level => level.Value == Everyone ? 2 : order.Contains(level.Value) ? 0 : 1).ThenBy(level => order.IndexOf(level.Value))];
    }

    /// <summary>The entries of the choice that the reader may see; those meant for the fewest levels first, because they say most of a level.</summary>
    private async Task<IReadOnlyList<(CatalogueEntry Entry, HashSet<string> Audience, bool IsExternal)>> EntriesAsync(
        OfferChoice choice, CatalogueSettings own, CancellationToken cancellation)
    {
        var query = db.CatalogueEntries.AsNoTracking();
        if (choice.Topic.Length > 0)
        {
            var topic = $" {choice.Topic} ";
            query = query.Where(entry => entry.Topics.Contains(topic));
        }

        if (choice.Pillar.Length > 0)
        {
            query = query.Where(entry => entry.Pillar == choice.Pillar);
        }

        var found = await query.Select(entry => new CatalogueEntry
        {
            ContentItemId = entry.ContentItemId,
            ContentType = entry.ContentType,
            Title = entry.Title,
            Slug = entry.Slug,
            Audience = entry.Audience,
            CostFrom = entry.CostFrom,
            CostTo = entry.CostTo,
            FundedBy = entry.FundedBy,
            ProviderId = entry.ProviderId,
        }).ToListAsync(cancellation);
        var visible = await search.VisibleAsync(found.Select(entry => entry.ContentItemId), await catalogue.ReaderAsync(), cancellation);
        var providers = await items.FindAllAsync([.. found.Select(entry => entry.ProviderId).OfType<string>().Distinct()], VersionChoice.Published, cancellation);
        var relations = providers.ToDictionary(provider => provider.ContentItemId, provider => provider.As<Provider>().Relation.Text);
        return [.. found.Where(entry => visible.Contains(entry.ContentItemId))
            .Select(entry => (Entry: entry, Audience: entry.Audience.Split(' ').ToHashSet(), IsExternal: IsExternal(entry)))
            .OrderBy(entry => entry.Audience.Count).ThenBy(entry => entry.Entry.Title, StringComparer.CurrentCultureIgnoreCase)];

        // The provider decides where it is known; a college that teaches for the council still leads to a national qualification.
        bool IsExternal(CatalogueEntry entry) => (entry.ProviderId is null ? null : relations.GetValueOrDefault(entry.ProviderId)) switch
        {
            InHouse => false,
            External => true,
            _ => own.ExternalKinds.Contains(entry.ContentType),
        };
    }
}
