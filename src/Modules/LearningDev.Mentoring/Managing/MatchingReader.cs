using System.Globalization;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Managing;

/// <summary>Reads runs of a matching, as HR looks at them.</summary>
internal sealed class MatchingReader(PortalDb db, Colleagues colleagues, WorkingCalendar calendar)
{
    /// <summary>How many lines a page has.</summary>
    public const int Size = 25;

    /// <summary>A page of the pairs of a run. A page past the end is the last.</summary>
    public async Task<Lines<PairLine>> PairsAsync(RunRow run, int page, CancellationToken cancellation)
    {
        var (rows, at, pages) = await PageAsync(db.MentoringRunPairs.AsNoTracking().Where(pair => pair.RunId == run.Id).OrderBy(pair => pair.Position), page, cancellation);
        var people = await PeopleAsync(rows.SelectMany(pair => new[] { pair.MenteeId, pair.MentorId }), cancellation);
        return new Lines<PairLine>(at, pages, [.. rows.Select(pair => new PairLine(pair, people(pair.MenteeId), people(pair.MentorId), Parts(pair.Reasons)))]);
    }

    /// <summary>A page of those whom a run has left over, mentees first.</summary>
    public async Task<Lines<LeftLine>> LeftAsync(RunRow run, int page, CancellationToken cancellation)
    {
        var (rows, at, pages) = await PageAsync(db.MentoringRunLeft.AsNoTracking().Where(left => left.RunId == run.Id).OrderBy(left => left.IsMentor).ThenBy(left => left.PersonId), page, cancellation);
        var people = await PeopleAsync(rows.Select(left => left.PersonId), cancellation);
        return new Lines<LeftLine>(at, pages, [.. rows.Select(left => new LeftLine(people(left.PersonId), left.IsMentor, left.Why))]);
    }

    /// <summary>A page of what HR has pinned and forbidden, the last first.</summary>
    public async Task<Lines<RulingLine>> RulingsAsync(string programmeId, int page, CancellationToken cancellation)
    {
        var (rows, at, pages) = await PageAsync(
            db.MentoringRulings.AsNoTracking().Where(ruling => ruling.ProgrammeId == programmeId).OrderByDescending(ruling => ruling.ChangedUtc).ThenBy(ruling => ruling.Id), page, cancellation);
        var people = await PeopleAsync(rows.SelectMany(ruling => new[] { ruling.MenteeId, ruling.MentorId }), cancellation);
        return new Lines<RulingLine>(at, pages, [.. rows.Select(ruling => new RulingLine(ruling, people(ruling.MenteeId), people(ruling.MentorId)))]);
    }

    /// <summary>A page of what is otherwise than in the run before, in sentences, by name.</summary>
    public async Task<Lines<string>> ChangesAsync(RunRow run, RunRow? before, int page, CancellationToken cancellation)
    {
        if (before is null)
        {
            return new Lines<string>(1, 1, []);
        }

        var pairs = await db.MentoringRunPairs.AsNoTracking().Where(pair => pair.RunId == run.Id || pair.RunId == before.Id).Select(pair => new { pair.RunId, pair.MenteeId, pair.MentorId }).ToListAsync(cancellation);
        var now = pairs.Where(pair => pair.RunId == run.Id).ToDictionary(pair => pair.MenteeId, pair => pair.MentorId);
        var then = pairs.Where(pair => pair.RunId == before.Id).ToDictionary(pair => pair.MenteeId, pair => pair.MentorId);
        var changed = now.Keys.Union(then.Keys).Where(mentee => now.GetValueOrDefault(mentee) != then.GetValueOrDefault(mentee)).Order(StringComparer.Ordinal).ToList();
        var total = Math.Max(1, (changed.Count + Size - 1) / Size);
        page = Math.Clamp(page, 1, total);
        List<string> shown = [.. changed.Skip((page - 1) * Size).Take(Size)];
        var people = await PeopleAsync(shown.SelectMany(mentee => new[] { mentee, now.GetValueOrDefault(mentee), then.GetValueOrDefault(mentee) }).OfType<string>(), cancellation);
        return new Lines<string>(page, total,
        [
            .. shown.Select(mentee => (now.GetValueOrDefault(mentee), then.GetValueOrDefault(mentee)) switch
            {
                ({ } mentor, null) => $"{people(mentee).Name} has {people(mentor).Name}, and had nobody before",
                (null, { } mentor) => $"{people(mentee).Name} has nobody, and had {people(mentor).Name} before",
                var (mentor, old) => $"{people(mentee).Name} has {people(mentor!).Name}, and had {people(old!).Name} before",
            }),
        ]);
    }

    /// <summary>How many pairs are otherwise than in the run before.</summary>
    public async Task<int> ChangedAsync(RunRow run, RunRow? before, CancellationToken cancellation)
    {
        if (before is null)
        {
            return 0;
        }

        var pairs = db.MentoringRunPairs;
        var same = await db.MentoringRunPairs.CountAsync(
            pair => pair.RunId == run.Id && pairs.Any(old => old.RunId == before.Id && old.MenteeId == pair.MenteeId && old.MentorId == pair.MentorId), cancellation);
        var gone = await db.MentoringRunPairs.CountAsync(
            old => old.RunId == before.Id && !pairs.Any(pair => pair.RunId == run.Id && pair.MenteeId == old.MenteeId), cancellation);
        return run.Pairs - same + gone;
    }

    /// <summary>Those who take part and can be pinned and forbidden, by name.</summary>
    public async Task<(IReadOnlyList<ProfileRow> Mentees, IReadOnlyList<ProfileRow> Mentors)> PeopleAsync(Programme programme, CancellationToken cancellation)
    {
        var rows = await db.MentoringProfiles.AsNoTracking().Where(row => row.ProgrammeId == programme.Id && row.State != ProfileState.Draft && row.State != ProfileState.Withdrawn)
            .OfPeopleAtWork(db, await calendar.TodayAsync())
            .OrderBy(row => row.PersonName).ThenBy(row => row.Id).ToListAsync(cancellation);
        return ([.. rows.Where(row => row.IsMentee && row.State == ProfileState.Waiting)], [.. rows.Where(row => row.Offers)]);
    }

    /// <summary>The parts of a fit as a run keeps them.</summary>
    public static IReadOnlyList<FitPart> Parts(string reasons) =>
        [.. reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Where(part => part.Length == 2).Select(part => new FitPart(int.Parse(part[0], CultureInfo.InvariantCulture), part[1]))];

    private async Task<Func<string, Named>> PeopleAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        List<string> wanted = [.. ids.Distinct()];
        var here = (await colleagues.FindAllAsync(wanted, cancellation)).ToDictionary(person => person.Id);
        var names = await colleagues.NamesAsync(wanted, cancellation);
        return id => here.TryGetValue(id, out var person) ? new Named(id, person.FullName, person.Place) : new Named(id, $"{names.GetValueOrDefault(id) ?? "Somebody"} (has left)", "");
    }

    private static async Task<(List<T> Rows, int Page, int Pages)> PageAsync<T>(IQueryable<T> rows, int page, CancellationToken cancellation)
    {
        var pages = Math.Max(1, (await rows.CountAsync(cancellation) + Size - 1) / Size);
        page = Math.Clamp(page, 1, pages);
        return (await rows.Skip((page - 1) * Size).Take(Size).ToListAsync(cancellation), page, pages);
    }
}

/// <summary>A page of lines.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="All">Its lines.</param>
internal sealed record Lines<T>(int Page, int Pages, IReadOnlyList<T> All);

/// <summary>Somebody by name, with job title and team.</summary>
internal sealed record Named(string Id, string Name, string Place);

/// <summary>A pair in the list.</summary>
internal sealed record PairLine(RunPairRow Row, Named Mentee, Named Mentor, IReadOnlyList<FitPart> Parts);

/// <summary>Somebody who is left over.</summary>
internal sealed record LeftLine(Named Person, bool IsMentor, string Why);

/// <summary>A pin or a ban in the list.</summary>
internal sealed record RulingLine(RulingRow Row, Named Mentee, Named Mentor);
