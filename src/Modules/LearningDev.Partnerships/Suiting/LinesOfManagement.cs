using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Suiting;

/// <summary>Who manages whom, directly or through others.</summary>
internal sealed class LinesOfManagement(PortalDb db)
{
    /// <summary>All whom a person is managed by, and all whom the person manages, in two queries.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(string personId, CancellationToken cancellation)
    {
        // UNION leaves out who was found already, so that a ring of managers comes to an end.
        var above = await db.Database.SqlQuery<string>($"""
            WITH RECURSIVE above(id) AS (
              SELECT line_manager_id FROM people_person WHERE id = {personId} AND line_manager_id IS NOT NULL
              UNION
              SELECT p.line_manager_id FROM people_person p JOIN above ON p.id = above.id WHERE p.line_manager_id IS NOT NULL)
            SELECT id AS "Value" FROM above
            """).ToListAsync(cancellation);
        var below = await db.Database.SqlQuery<string>($"""
            WITH RECURSIVE below(id) AS (
              SELECT id FROM people_person WHERE line_manager_id = {personId}
              UNION
              SELECT p.id FROM people_person p JOIN below ON p.line_manager_id = below.id)
            SELECT id AS "Value" FROM below
            """).ToListAsync(cancellation);
        return above.Concat(below).Where(id => id != personId).ToHashSet();
    }

    /// <summary>Everybody's managers, to ask about many pairs of people; one query.</summary>
    public async Task<ManagerChart> ChartAsync(CancellationToken cancellation) => new(await db.Users.AsNoTracking().Where(person => person.LineManagerId != null)
        .Select(person => new { person.Id, person.LineManagerId }).ToDictionaryAsync(person => person.Id, person => person.LineManagerId!, cancellation));
}

/// <summary>Everybody's line manager.</summary>
/// <param name="managers">The line managers, by the ids of those whom they manage.</param>
internal sealed class ManagerChart(IReadOnlyDictionary<string, string> managers)
{
    private readonly Dictionary<string, HashSet<string>> above = [];

    /// <summary>True when one of the two manages the other, directly or through others.</summary>
    public bool AreInOneLine(string first, string second) => Above(first).Contains(second) || Above(second).Contains(first);

    private HashSet<string> Above(string personId)
    {
        if (!above.TryGetValue(personId, out var found))
        {
            above.Add(personId, found = []);
            for (var next = managers.GetValueOrDefault(personId); next is not null && found.Add(next); next = managers.GetValueOrDefault(next))
            {
                // Each manager is added by the condition.
            }
        }

        return found;
    }
}
