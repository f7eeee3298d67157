using LearningDev.Content.Definitions;
using LearningDev.Content.Taxonomies;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Coaches;

/// <summary>What is asked of the coaches of a pool.</summary>
/// <param name="Words">Words of their name, introduction or experience; empty for all.</param>
/// <param name="Choices">One value at most of each kind.</param>
internal sealed record CoachFilter(string Words, IReadOnlyDictionary<CoachValueKind, string> Choices)
{
    public string Of(CoachValueKind kind) => Choices.GetValueOrDefault(kind, "");

    public bool IsEmpty => Words.Length == 0 && Choices.Count == 0;
}

/// <summary>Finds the coaches of a pool by words, theme, language, day, place and approach (COA-01).</summary>
internal sealed class CoachList(PortalDb db, CoachesInView inView, IPartnerships partnerships, ContentDefinitions definitions, TaxonomyReader taxonomies, ISettings settings)
{
    private const int MostWords = 5;

    /// <summary>What can be filtered by.</summary>
    public Task<CoachWords> WordsAsync(CancellationToken cancellation) => CoachWords.ReadAsync(definitions, taxonomies, cancellation);

    /// <summary>A page of the coaches of a pool who fit, by name. A page past the end is the last.</summary>
    public async Task<CoachPage> FindAsync(string poolId, CoachFilter filter, CoachWords words, int page, CancellationToken cancellation)
    {
        var coaches = await inView.InPoolAsync(poolId, cancellation);
        var all = db.CoachValues;
        foreach (var (kind, value) in filter.Choices)
        {
            coaches = coaches.Where(row => all.Any(one => one.CoachId == row.Id && one.Kind == kind && one.Value == value));
        }

        foreach (var word in filter.Words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            coaches = coaches.Where(row => row.Words.Contains(word));
        }

        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var total = await coaches.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await coaches.OrderBy(row => row.PersonName).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        List<string> ids = [.. rows.Select(row => row.Id)];
        var values = (await all.AsNoTracking().Where(value => ids.Contains(value.CoachId)).ToListAsync(cancellation)).ToLookup(value => value.CoachId);
        var open = await partnerships.OpenOfGuidesAsync(CoachingModule.Kind, [.. rows.Select(row => row.PersonId)], cancellation);
        return new CoachPage(total, page, pages, [.. rows.Select(row => Listed(row, values[row.Id].ToLookup(value => value.Kind, value => value.Value), open, words))]);
    }

    private static ListedCoach Listed(CoachRow row, ILookup<CoachValueKind, string> values, IReadOnlyDictionary<string, int> open, CoachWords words) => new(
        row.Id, row.PersonName, row.Introduction, QualificationWords.Short(row, words), words.Names(CoachValueKind.Theme, values[CoachValueKind.Theme]),
        words.Names(CoachValueKind.Day, values[CoachValueKind.Day]), words.Names(CoachValueKind.Language, values[CoachValueKind.Language]), open.GetValueOrDefault(row.PersonId) < row.Capacity);
}

/// <summary>Qualifications in words.</summary>
internal static class QualificationWords
{
    /// <summary>Awarding body and level, for example "ILM level 7".</summary>
    public static string Short(CoachRow coach, CoachWords words) => Short(coach.AwardingBody, words.Level(coach.QualificationLevel));

    public static string Short(string body, string level) =>
        level.Length == 0 ? body : body.Length == 0 ? level
        : level.StartsWith("Level ", StringComparison.Ordinal) ? $"{body} l{level[1..]}" : $"{level}, {body}";
}

/// <summary>A page of coaches.</summary>
internal sealed record CoachPage(int Total, int Page, int Pages, IReadOnlyList<ListedCoach> Coaches);

/// <summary>A coach in the list.</summary>
internal sealed record ListedCoach(
    string Id, string Name, string Introduction, string Qualification, IReadOnlyList<string> Themes, IReadOnlyList<string> Days, IReadOnlyList<string> Languages, bool HasPlace);
