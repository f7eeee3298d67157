using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing;

/// <summary>Gives the full names of those who saved versions, which keep the user name.</summary>
internal sealed class AuthorNames(PortalDb db)
{
    /// <summary>Reads the names of many authors at once.</summary>
    public async Task<Names> FindAsync(IEnumerable<string?> userNames, CancellationToken cancellation)
    {
        var wanted = userNames.OfType<string>().Distinct().ToList();
        var people = await db.Users.AsNoTracking()
            .Where(person => wanted.Contains(person.UserName!))
            .Select(person => new { person.UserName, person.GivenName, person.FamilyName })
            .ToListAsync(cancellation);
        return new Names(people.ToDictionary(person => person.UserName!, person => $"{person.GivenName} {person.FamilyName}".Trim()));
    }

    /// <summary>Full names by user name.</summary>
    internal sealed class Names(Dictionary<string, string> known)
    {
        /// <summary>The full name; the user name of somebody unknown; "The portal" for what a recipe saved.</summary>
        public string this[string? userName] =>
            string.IsNullOrEmpty(userName) ? "The portal" : known.GetValueOrDefault(userName) is { Length: > 0 } name ? name : userName;
    }
}
