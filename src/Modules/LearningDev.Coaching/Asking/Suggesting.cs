using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Matching;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Asking;

/// <summary>
/// Suggests coaches for a request (COA-02). Left out without a word: coaches in the person's line of management, conflicts that either has declared, coaches without a free place, and those who
/// have answered the request before.
/// </summary>
internal sealed class Suggesting(
    PortalDb db, CoachesInView inView, ISuitability suitability, IPartnerships partnerships, ContentDefinitions definitions, TaxonomyReader taxonomies, ISettings settings)
{
    /// <summary>All coaches who can be suggested, the best first. The database is asked the same number of times for any number of coaches.</summary>
    public async Task<IReadOnlyList<SuggestedCoach>> AllAsync(RequestRow request, ContentItem item, CancellationToken cancellation)
    {
        var coaches = await (await inView.InPoolAsync(request.PoolId, cancellation)).OrderBy(row => row.Id).ToListAsync(cancellation);
        List<string> personIds = [.. coaches.Select(row => row.PersonId)];
        var inPool = (await inView.InPoolAsync(request.PoolId, cancellation)).Select(row => row.Id);
        var values = (await db.CoachValues.AsNoTracking().Where(value => inPool.Contains(value.CoachId)).ToListAsync(cancellation)).ToLookup(value => value.CoachId);
        var asked = await db.CoachingChoices.Where(choice => choice.State == ChoiceState.Asked && choice.RequestId != request.Id && inPool.Contains(choice.CoachId))
            .GroupBy(choice => choice.CoachId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var answered = await db.CoachingChoices.Where(choice => choice.RequestId == request.PreviousId && choice.State != ChoiceState.Waiting && choice.State != ChoiceState.Skipped)
            .Select(choice => choice.CoachId).ToListAsync(cancellation);
        var open = await partnerships.OpenOfGuidesAsync(CoachingModule.Kind, personIds, cancellation);
        var unsuitable = await suitability.UnsuitableForAsync(request.PersonId, personIds, cancellation);
        var places = await DirectoratesAsync([.. personIds, request.PersonId], cancellation);
        var words = await CoachWords.ReadAsync(definitions, taxonomies, cancellation);

        var ranked = Ranking.Rank(WishOf(item) with { Directorate = places.GetValueOrDefault(request.PersonId, "") }, coaches.Select(CandidateOf));
        var byId = coaches.ToDictionary(row => row.Id);
        return [.. ranked.Select(one => Named(one, byId[one.Coach.CoachId]))];

        Candidate CandidateOf(CoachRow row)
        {
            var offers = values[row.Id].ToLookup(value => value.Kind, value => value.Value);
            return new Candidate(
                row.Id, row.Capacity - open.GetValueOrDefault(row.PersonId) - asked.GetValueOrDefault(row.Id), !unsuitable.ContainsKey(row.PersonId) && row.PersonId != request.PersonId && !answered.Contains(row.Id))
            {
                Themes = [.. offers[CoachValueKind.Theme]],
                Languages = [.. offers[CoachValueKind.Language]],
                Days = [.. offers[CoachValueKind.Day]],
                Places = [.. offers[CoachValueKind.Place]],
                Approaches = [.. offers[CoachValueKind.Approach]],
                Level = row.QualificationLevel,
                Directorate = places.GetValueOrDefault(row.PersonId, ""),
            };
        }

        SuggestedCoach Named(Suggestion one, CoachRow row) =>
            new(row.Id, row.PersonId, row.PersonName, row.Introduction, Reasons.Of(one.Fits, QualificationWords.Short(row, words), words));
    }

    /// <summary>The first of them, as many as the settings say.</summary>
    public async Task<IReadOnlyList<SuggestedCoach>> BestAsync(RequestRow request, ContentItem item, CancellationToken cancellation) =>
        [.. (await AllAsync(request, item, cancellation)).Take((await settings.GetAsync<CoachingSettings>(cancellation)).MostSuggestions)];

    /// <summary>What a request looks for.</summary>
    public static Wish WishOf(ContentItem item)
    {
        var match = item.As<CoachingMatch>();
        return new Wish
        {
            Themes = match.Themes.TermContentItemIds,
            Languages = match.Languages.Values,
            Days = match.Days.Values,
            Places = match.Places.Values,
            Approaches = match.Approaches.Values,
            Level = item.As<CoachingRequest>().CoachLevel.Text ?? "",
        };
    }

    /// <summary>The directorate of each person, by the id of the topmost unit; people without a unit are left out.</summary>
    private async Task<Dictionary<string, string>> DirectoratesAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancellation);
        var people = await db.Users.Where(person => personIds.Contains(person.Id) && person.UnitId != null).Select(person => new { person.Id, UnitId = person.UnitId! }).ToListAsync(cancellation);
        return people.ToDictionary(person => person.Id, person => Top(person.UnitId));

        string Top(string unitId)
        {
            for (var above = units.Count; above > 0 && units.GetValueOrDefault(unitId) is { } parent; above--)
            {
                unitId = parent;
            }

            return unitId;
        }
    }
}

/// <summary>A coach who is suggested.</summary>
/// <param name="CoachId">The profile's id.</param>
/// <param name="PersonId">The coach.</param>
/// <param name="Name">Their name.</param>
/// <param name="Introduction">How they introduce themselves.</param>
/// <param name="Why">Why they are suggested, in plain words; may be empty.</param>
internal sealed record SuggestedCoach(string CoachId, string PersonId, string Name, string Introduction, string Why);
