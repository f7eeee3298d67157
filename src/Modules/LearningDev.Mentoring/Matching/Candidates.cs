using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Matching;

/// <summary>Reads who takes part in a programme, as the matching needs it. The database is asked the same number of times for any number of people.</summary>
internal sealed class Candidates(
    PortalDb db, ContentItems items, IPartnerships partnerships, ISuitability suitability, ISettings settings, ContentDefinitions definitions, TaxonomyReader taxonomies, WorkingCalendar calendar)
{
    /// <summary>All who wait for a mentor and all who offer to be one. Who has left or may not sign in is left out.</summary>
    public async Task<CandidateSet> OfAsync(Programme programme, CancellationToken cancellation)
    {
        var rows = await db.MentoringProfiles.AsNoTracking().Where(row => row.ProgrammeId == programme.Id && row.State != ProfileState.Draft && row.State != ProfileState.Withdrawn).ToListAsync(cancellation);
        var people = await ReadAsync(rows, cancellation);
        return new CandidateSet(
            [.. rows.Where(row => row.IsMentee && row.State == ProfileState.Waiting && people.ContainsKey(row.PersonId)).Select(row => people[row.PersonId])],
            [.. rows.Where(row => row.Offers && people.ContainsKey(row.PersonId)).Select(row => people[row.PersonId])],
            await RulesAsync(programme, cancellation));
    }

    /// <summary>Which of these mentors and mentees may not be a pair, whatever the reason.</summary>
    public async Task<Func<Candidate, Candidate, bool>> BarredAsync(IReadOnlyCollection<Candidate> mentees, IReadOnlyCollection<Candidate> mentors, CancellationToken cancellation)
    {
        var unsuitable = await suitability.UnsuitablePairsAsync([.. mentees.Select(mentee => mentee.PersonId)], [.. mentors.Select(mentor => mentor.PersonId)], cancellation);
        return (mentee, mentor) => FitRules.Avoid(mentee, mentor) || unsuitable.ContainsKey((mentee.PersonId, mentor.PersonId));
    }

    private async Task<Dictionary<string, Candidate>> ReadAsync(List<ProfileRow> rows, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        List<string> ids = [.. rows.Select(row => row.PersonId)];
        var people = await db.Users.AsNoTracking()
            .Where(person => EF.Parameter(ids).Contains(person.Id) && person.DisabledUtc == null && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today))
            .Select(person => new { person.Id, Name = person.GivenName + " " + person.FamilyName, person.RoleLevel, person.UnitId }).ToDictionaryAsync(person => person.Id, cancellation);
        var written = (await items.FindAllAsync([.. rows.Select(row => row.Id)], VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId, item => item.As<MentoringProfile>());
        var units = await db.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ParentId }).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancellation);
        var levels = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels.Select(level => level.Key).ToList();
        var open = await partnerships.OpenOfGuidesAsync(MentoringModule.Kind, [.. rows.Where(row => row.IsMentor).Select(row => row.PersonId)], cancellation);
        return rows.Where(row => people.ContainsKey(row.PersonId) && written.ContainsKey(row.Id)).ToDictionary(row => row.PersonId, row =>
        {
            var (person, said) = (people[row.PersonId], written[row.Id]);
            return new Candidate(row.PersonId, person.Name.Trim(), row.SentUtc ?? row.CreatedUtc)
            {
                ProfileId = row.Id,
                Themes = said.Themes.TermContentItemIds,
                Languages = said.Languages.Values,
                Days = said.Days.Values,
                Places = said.Places.Values,
                Wished = said.Wished.UserIds,
                Avoided = said.Avoided.UserIds,
                Level = levels.IndexOf(person.RoleLevel) is >= 0 and var level ? level : null,
                Directorate = TopOf(units, person.UnitId),
                Capacity = Math.Max(0, row.Capacity - open.GetValueOrDefault(row.PersonId)),
            };
        });
    }

    private async Task<FitRules> RulesAsync(Programme programme, CancellationToken cancellation)
    {
        var part = (await definitions.GetAsync(cancellation)).FindPart(MentoringProfile.Type);
        var names = part?.Fields.Where(field => field.FieldName == nameof(MultiTextField)).SelectMany(field => field.Settings.Read<MultiTextFieldSettings>().Options)
            .Select(option => KeyValuePair.Create(option.Value, option.Name)) ?? [];
        var themes = (await taxonomies.FindAsync(MentoringProgramme.ThemesTaxonomy, cancellation))?.Terms.Select(term => KeyValuePair.Create(term.Id, term.Name)) ?? [];
        return new FitRules(
            await settings.GetAsync<MentoringSettings>(cancellation), programme.Kind,
            new FitWords(names.Concat(themes).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value)));
    }

    private static string TopOf(Dictionary<string, string?> units, string? unitId)
    {
        for (var steps = units.Count; steps > 0 && unitId is not null && units.GetValueOrDefault(unitId) is { } parent; steps--)
        {
            unitId = parent;
        }

        return unitId ?? "";
    }
}

/// <summary>Who takes part in the matching of a programme.</summary>
/// <param name="Mentees">Who waits for a mentor.</param>
/// <param name="Mentors">Who offers to be one, with places or without.</param>
/// <param name="Rules">How well they suit.</param>
internal sealed record CandidateSet(IReadOnlyList<Candidate> Mentees, IReadOnlyList<Candidate> Mentors, FitRules Rules);
