using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Pathways.Completions;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Pathways;

/// <summary>Pathways as the current person goes through them (CAT-07).</summary>
internal sealed class PathwayService(
    PortalDb db, PathwayPlans plans, LearningCompletions completions, CatalogueSearch catalogue, SearchService search, ContentDefinitions definitions,
    ISettings settings, DateWords dates, TimeProvider time, CurrentPerson person)
{
    private const int PlacesInFull = 2;
    private const int OtherPlaces = 10;

    /// <summary>The entry at an address; null when there is none or the person may not know of it.</summary>
    public async Task<CatalogueEntrySubject?> FindEntryAsync(string slug, CancellationToken cancellation)
    {
        var entry = await db.CatalogueEntries.Where(row => row.Slug == slug)
            .Select(row => new CatalogueEntrySubject(row.ContentItemId, row.ContentType, row.Title)).SingleOrDefaultAsync(cancellation);
        return entry is not null && (await search.VisibleAsync([entry.ContentItemId], await catalogue.ReaderAsync(), cancellation)).Count > 0 ? entry : null;
    }

    /// <summary>What an entry's page tells of pathways: its own steps, the pathways that it is a step of, and whether the person has done it.</summary>
    public async Task<EntryPathways> OfEntryAsync(string contentItemId, string slug, CancellationToken cancellation)
    {
        var all = await plans.AllAsync(cancellation);
        var (progress, done) = await ProgressAsync(all, cancellation);
        var own = progress.Of(contentItemId);
        var places = all.Values.Where(plan => plan.Steps.Exists(step => step.ContentItemId == contentItemId))
            .Select(plan => progress.Of(plan.ContentItemId)).OfType<Pathway>()
            .OrderByDescending(pathway => pathway is { IsBegun: true, IsComplete: false })
            .ThenByDescending(pathway => pathway.LastOn).ThenByDescending(pathway => pathway.Share).ThenBy(pathway => pathway.Id, StringComparer.Ordinal).ToList();
        var words = await WordsAsync(
            [contentItemId, .. own?.Steps.Select(step => step.Id) ?? [], .. places.Select(pathway => pathway.Id), .. places.SelectMany(pathway => Around(pathway, contentItemId))],
            cancellation);
        return new EntryPathways(
            own is null || !words.ContainsKey(own.Id) ? null : Show(own, words),
            [.. places.Take(PlacesInFull).Where(pathway => words.ContainsKey(pathway.Id)).Select(pathway => Place(pathway, contentItemId, words))],
            [.. places.Skip(PlacesInFull).Select(pathway => words.GetValueOrDefault(pathway.Id)).OfType<PathwayLink>()
                .OrderBy(link => link.Title, StringComparer.CurrentCultureIgnoreCase).Take(OtherPlaces)],
            slug, done.GetValueOrDefault(contentItemId), await TodayAsync());
    }

    /// <summary>A page of the pathways that the person may see: those in progress, the latest first; then the completed ones; then the others by title.</summary>
    public async Task<PathwayPage> PageAsync(int page, CancellationToken cancellation)
    {
        var pathways = await SeenAsync(cancellation);
        var titles = await WordsAsync([.. pathways.Select(pathway => pathway.Id)], cancellation);
        var ordered = pathways.Where(pathway => titles.ContainsKey(pathway.Id))
            .OrderBy(StageOf).ThenByDescending(pathway => StageOf(pathway) == PathwayStage.NotBegun ? null : pathway.LastOn)
            .ThenByDescending(pathway => pathway.Share).ThenBy(pathway => titles[pathway.Id].Title, StringComparer.CurrentCultureIgnoreCase).ToList();
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var pages = Math.Max(1, (ordered.Count + size - 1) / size);
        var shown = page > pages ? [] : ordered.Skip((page - 1) * size).Take(size).ToList();
        var next = await WordsAsync([.. shown.Select(pathway => pathway.Next?.Id).OfType<string>()], cancellation);
        return new PathwayPage(page, pages, [.. shown.Select(pathway => Summary(pathway, titles, next))]);
    }

    /// <summary>The pathways in which the person has begun and that are not complete, the latest first.</summary>
    public async Task<PathwaysInProgress> InProgressAsync(int count, CancellationToken cancellation)
    {
        var begun = (await SeenAsync(cancellation)).Where(pathway => StageOf(pathway) == PathwayStage.InProgress)
            .OrderByDescending(pathway => pathway.LastOn).ThenByDescending(pathway => pathway.Share).ThenBy(pathway => pathway.Id, StringComparer.Ordinal).ToList();
        var words = await WordsAsync([.. begun.Take(count).SelectMany(pathway => new[] { pathway.Id, pathway.Next?.Id }).OfType<string>()], cancellation);
        return new PathwaysInProgress(begun.Count, [.. begun.Take(count).Where(pathway => words.ContainsKey(pathway.Id)).Select(pathway => Summary(pathway, words, words))]);
    }

    /// <summary>The day it is where the council is.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));

    private static PathwayStage StageOf(Pathway pathway) =>
        pathway.IsComplete ? PathwayStage.Completed : pathway.IsBegun ? PathwayStage.InProgress : PathwayStage.NotBegun;

    private static IEnumerable<string> Around(Pathway pathway, string id)
    {
        var index = IndexOf(pathway, id);
        return new[] { pathway.Steps.ElementAtOrDefault(index - 1)?.Id, pathway.Steps.ElementAtOrDefault(index + 1)?.Id, pathway.Next?.Id }.OfType<string>();
    }

    private static int IndexOf(Pathway pathway, string id) => pathway.Steps.Index().First(step => step.Item.Id == id).Index;

    private static ShownPathway Show(Pathway pathway, IReadOnlyDictionary<string, PathwayLink> words) => new(
        pathway, words[pathway.Id],
        [.. pathway.Steps.Where(step => words.ContainsKey(step.Id)).Select(step => new ShownStep(step, words[step.Id]))],
        LinkOf(pathway.Next, words));

    private static PathwaySummary Summary(Pathway pathway, IReadOnlyDictionary<string, PathwayLink> titles, IReadOnlyDictionary<string, PathwayLink> next) =>
        new(StageOf(pathway), pathway, titles[pathway.Id], LinkOf(pathway.Next, next));

    private static PathwayPlace Place(Pathway pathway, string id, IReadOnlyDictionary<string, PathwayLink> words)
    {
        var index = IndexOf(pathway, id);
        return new PathwayPlace(
            pathway, words[pathway.Id], index + 1, pathway.Steps[index],
            LinkOf(pathway.Steps.ElementAtOrDefault(index - 1), words), LinkOf(pathway.Steps.ElementAtOrDefault(index + 1), words), LinkOf(pathway.Next, words));
    }

    private static PathwayLink? LinkOf(PathwayStepState? step, IReadOnlyDictionary<string, PathwayLink> words) =>
        step is null ? null : words.GetValueOrDefault(step.Id);

    private async Task<List<Pathway>> SeenAsync(CancellationToken cancellation)
    {
        var all = await plans.AllAsync(cancellation);
        var (progress, _) = await ProgressAsync(all, cancellation);
        return [.. all.Keys.Select(progress.Of).OfType<Pathway>()];
    }

    private async Task<(PathwayProgress Progress, IReadOnlyDictionary<string, LearningCompletion> Done)> ProgressAsync(
        IReadOnlyDictionary<string, PathwayPlan> all, CancellationToken cancellation)
    {
        var ids = all.Keys.Concat(all.Values.SelectMany(plan => plan.Steps).Select(step => step.ContentItemId)).ToHashSet();
        var visible = await search.VisibleAsync(ids, await catalogue.ReaderAsync(), cancellation);
        var done = await completions.OfAsync(person.Id ?? "", cancellation);
        return (new PathwayProgress(all, visible, done), done);
    }

    private async Task<IReadOnlyDictionary<string, PathwayLink>> WordsAsync(HashSet<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<string, PathwayLink>();
        }

        var set = await definitions.GetAsync(cancellation);
        var minutesPerDay = (await settings.GetAsync<CatalogueSettings>(cancellation)).MinutesPerDay;
        var rows = await db.CatalogueEntries.AsNoTracking().Where(entry => ids.Contains(entry.ContentItemId)).ToListAsync(cancellation);
        return rows.ToDictionary(entry => entry.ContentItemId, entry => new PathwayLink(
            entry.Title, CatalogueLinks.Entry(entry.Slug), EntryCards.KindName(set, entry), LearningWords.Length(entry.DurationMinutes, minutesPerDay), entry.Summary));
    }
}
