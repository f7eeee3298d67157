using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Suiting;

/// <summary>Says who cannot be partners (COA-02).</summary>
internal sealed class Suitability(PortalDb db, LinesOfManagement lines, WorkingCalendar calendar) : ISuitability
{
    public async Task<IReadOnlyDictionary<string, Unsuitability>> UnsuitableForAsync(
        string personId, IReadOnlyCollection<string> candidateIds, CancellationToken cancellation = default)
    {
        var facts = await FactsAsync(personId, candidateIds, cancellation);
        var line = await lines.OfAsync(personId, cancellation);
        Dictionary<string, Unsuitability> unsuitable = [];
        foreach (var candidate in candidateIds.Distinct())
        {
            if (facts.Why(personId, candidate, line.Contains(candidate)) is { } why)
            {
                unsuitable.Add(candidate, why);
            }
        }

        return unsuitable;
    }

    public async Task<IReadOnlyDictionary<(string PersonId, string CandidateId), Unsuitability>> UnsuitablePairsAsync(
        IReadOnlyCollection<string> personIds, IReadOnlyCollection<string> candidateIds, CancellationToken cancellation = default)
    {
        var facts = await FactsAsync(null, candidateIds, cancellation);
        var chart = await lines.ChartAsync(cancellation);
        Dictionary<(string, string), Unsuitability> unsuitable = [];
        foreach (var person in personIds.Distinct())
        {
            foreach (var candidate in candidateIds.Distinct())
            {
                if (facts.Why(person, candidate, chart.AreInOneLine(person, candidate)) is { } why)
                {
                    unsuitable.Add((person, candidate), why);
                }
            }
        }

        return unsuitable;
    }

    private async Task<Facts> FactsAsync(string? personId, IReadOnlyCollection<string> candidateIds, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var conflicts = await db.PartnershipConflicts.AsNoTracking().Where(row => personId == null || row.DeclaredById == personId || row.OtherId == personId)
            .Select(row => new { row.DeclaredById, row.OtherId }).ToListAsync(cancellation);
        var together = await db.Partnerships.AsNoTracking()
            .Where(row => row.State != PartnershipState.Closed && (personId == null || row.GuideId == personId || row.LearnerId == personId))
            .Select(row => new { row.GuideId, row.LearnerId }).ToListAsync(cancellation);
        // One parameter, however many they are.
        var here = await db.Users.AsNoTracking()
            .Where(person => EF.Parameter(candidateIds).Contains(person.Id) && person.DisabledUtc == null && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today))
            .Select(person => person.Id).ToListAsync(cancellation);
        return new Facts(
            [.. here], [.. conflicts.Select(row => Pair(row.DeclaredById, row.OtherId))], [.. together.Select(row => Pair(row.GuideId, row.LearnerId))]);
    }

    private static (string First, string Second) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private sealed record Facts(HashSet<string> Here, HashSet<(string First, string Second)> Conflicts, HashSet<(string First, string Second)> Together)
    {
        public Unsuitability? Why(string person, string candidate, bool areInOneLine)
        {
            var pair = Pair(person, candidate);
            return person == candidate ? Unsuitability.Self
                : areInOneLine ? Unsuitability.LineOfManagement
                : Conflicts.Contains(pair) ? Unsuitability.Conflict
                : !Here.Contains(candidate) ? Unsuitability.Left
                : Together.Contains(pair) ? Unsuitability.Together
                : null;
        }
    }
}
