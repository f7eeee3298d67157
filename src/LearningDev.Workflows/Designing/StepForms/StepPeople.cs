using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>Finds people for steps, which know them by user name.</summary>
internal sealed class StepPeople(PortalDb db, Colleagues colleagues)
{
    private const int MostFound = 20;

    /// <summary>Finds people by words of their name.</summary>
    public async Task<StepPeopleFound> FindAsync(string words, CancellationToken cancellation)
    {
        var found = await colleagues.SearchAsync(words, MostFound, null, cancellation);
        var ids = found.People.Select(person => person.Id).ToList();
        var names = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.UserName })
            .ToDictionaryAsync(person => person.Id, person => person.UserName ?? "", cancellation);
        return new StepPeopleFound([.. found.People.Select(person => new StepPerson(names[person.Id], person.FullName, person.Place))], found.HasMore);
    }

    /// <summary>The people with the given user names, in that order; one whom nobody knows any more by the user name alone.</summary>
    public async Task<IReadOnlyList<StepPerson>> NamedAsync(IReadOnlyList<string> userNames, CancellationToken cancellation)
    {
        if (userNames.Count == 0)
        {
            return [];
        }

        var known = await db.Users.AsNoTracking().Where(person => userNames.Contains(person.UserName!))
            .Select(person => new { person.UserName, person.GivenName, person.FamilyName, person.JobTitle }).ToListAsync(cancellation);
        return
        [
            .. userNames.Select(name => known.Find(person => person.UserName == name) is { } person
                ? new StepPerson(name, $"{person.GivenName} {person.FamilyName}".Trim(), person.JobTitle)
                : new StepPerson(name, name, "nobody has this user name")),
        ];
    }
}

/// <summary>A person as a step's form shows one.</summary>
/// <param name="Id">The user name.</param>
/// <param name="Name">Given and family name.</param>
/// <param name="Note">What tells people of one name apart.</param>
internal sealed record StepPerson(string Id, string Name, string Note);

/// <summary>People that were found.</summary>
/// <param name="Picks">The people, by family name.</param>
/// <param name="HasMore">True when more match.</param>
internal sealed record StepPeopleFound(IReadOnlyList<StepPerson> Picks, bool HasMore);
