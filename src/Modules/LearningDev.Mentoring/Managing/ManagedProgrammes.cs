using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Managing;

/// <summary>The programmes with how many take part, for HR.</summary>
internal sealed class ManagedProgrammes(PortalDb db, ProgrammeList programmes, WorkingCalendar calendar)
{
    /// <summary>A page of them, by title. A page past the end is the last.</summary>
    public async Task<Lines<ManagedProgramme>> PageAsync(int page, CancellationToken cancellation)
    {
        var all = await programmes.AllAsync(cancellation);
        var pages = Math.Max(1, (all.Count + MatchingReader.Size - 1) / MatchingReader.Size);
        page = Math.Clamp(page, 1, pages);
        List<Programme> shown = [.. all.Skip((page - 1) * MatchingReader.Size).Take(MatchingReader.Size)];
        List<string> ids = [.. shown.Select(programme => programme.Id)];
        var counts = await db.MentoringProfiles.Where(row => EF.Parameter(ids).Contains(row.ProgrammeId) && row.State != ProfileState.Draft && row.State != ProfileState.Withdrawn)
            .OfPeopleAtWork(db, await calendar.TodayAsync())
            .GroupBy(row => new { row.ProgrammeId, row.Role, row.State }).Select(group => new { group.Key.ProgrammeId, group.Key.Role, group.Key.State, Count = group.Count() }).ToListAsync(cancellation);
        return new Lines<ManagedProgramme>(page, pages,
        [
            .. shown.Select(programme =>
            {
                var own = counts.Where(count => count.ProgrammeId == programme.Id).ToList();
                return new ManagedProgramme(
                    programme,
                    own.Where(count => count.Role != MentoringRole.Mentor && count.State == ProfileState.Waiting).Sum(count => count.Count),
                    own.Where(count => count.Role != MentoringRole.Mentee).Sum(count => count.Count),
                    own.Where(count => count.Role != MentoringRole.Mentor && count.State == ProfileState.Matched).Sum(count => count.Count));
            }),
        ]);
    }
}

/// <summary>A programme in the list.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Waiting">How many mentees wait.</param>
/// <param name="Mentors">How many mentors there are.</param>
/// <param name="Matched">How many mentees have a mentor.</param>
internal sealed record ManagedProgramme(Programme Programme, int Waiting, int Mentors, int Matched);
