using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People;

/// <summary>Finds people by name, by id and by team. Only those are found whose employment or office has begun and not ended.</summary>
public sealed class Colleagues(PortalDb db, DateWords dates, TimeProvider time)
{
    /// <summary>The fewest characters of a name that are searched for.</summary>
    public const int ShortestWords = 2;

    private const int MostWords = 5;

    /// <summary>
    /// Finds people by words of their name or their email address: each word must be the beginning of a name, or of a part of the address
    /// before its "@". Capitals and the kind of apostrophe do not matter.
    /// </summary>
    /// <param name="words">What was typed, for example "sam whit".</param>
    /// <param name="count">How many people at most.</param>
    /// <param name="except">The id of somebody who is not looked for, such as the person who searches; null for nobody.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The people by family name, and whether there are more.</returns>
    public async Task<ColleagueMatches> SearchAsync(string words, int count, string? except = null, CancellationToken cancellation = default)
    {
        var wanted = WordsOf(words);
        if (wanted.Sum(word => word.Length) < ShortestWords)
        {
            return new ColleagueMatches([], HasMore: false);
        }

        var people = Called((await AtWorkAsync()).Where(person => person.Id != except), wanted);
        var found = await ReadAsync(people.OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id).Take(count + 1), cancellation);
        return new ColleagueMatches([.. found.Take(count)], found.Count > count);
    }

    /// <summary>Those of the given people who are there today, by family name.</summary>
    public async Task<IReadOnlyList<Colleague>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default) => ids.Count == 0
        ? []
        : await ReadAsync((await AtWorkAsync()).Where(person => ids.Contains(person.Id))
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id), cancellation);

    /// <summary>The names of people by id, of those who have left too.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default) => ids.Count == 0
        ? new Dictionary<string, string>()
        : (await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, person.GivenName, person.FamilyName }).ToListAsync(cancellation))
            .ToDictionary(person => person.Id, person => $"{person.GivenName} {person.FamilyName}".Trim());

    /// <summary>
    /// The teams that a person can speak to: the units the person heads, each with all units below it, and the person's own unit. Without the person.
    /// A unit in which nobody else is today is left out.
    /// </summary>
    public async Task<IReadOnlyList<Team>> TeamsOfAsync(string personId, CancellationToken cancellation = default)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(cancellation);
        var own = await db.Users.Where(person => person.Id == personId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellation);
        var branches = units.Where(unit => unit.HeadId == personId)
            .Select(unit => (Unit: unit, IsLed: true, Ids: Branch(units, unit.Id)))
            .OrderBy(team => team.Unit.Kind).ThenBy(team => team.Unit.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        if (units.Find(unit => unit.Id == own) is { } ownUnit && ownUnit.HeadId != personId)
        {
            branches.Add((ownUnit, false, [ownUnit.Id]));
        }

        var all = branches.SelectMany(branch => branch.Ids).ToHashSet();
        var people = all.Count == 0 ? [] : await (await AtWorkAsync())
            .Where(person => person.Id != personId && person.UnitId != null && all.Contains(person.UnitId))
            .Select(person => new { person.Id, person.UnitId }).ToListAsync(cancellation);
        return [.. branches
            .Select(branch => new Team(branch.Unit.Id, branch.Unit.Name, branch.IsLed, [.. people.Where(person => branch.Ids.Contains(person.UnitId!)).Select(person => person.Id)]))
            .Where(team => team.MemberIds.Count > 0)];
    }

    /// <summary>The directorate that a person belongs to, with the ids of all its units; null when the person is in none.</summary>
    public async Task<Directorate?> DirectorateOfAsync(string personId, CancellationToken cancellation = default)
    {
        var own = await db.Users.Where(person => person.Id == personId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellation);
        if (own is null)
        {
            return null;
        }

        var units = await db.Units.AsNoTracking().ToListAsync(cancellation);
        return units.ToDictionary(unit => unit.Id).TopOf(own) is { } top ? new Directorate(top.Name, Branch(units, top.Id)) : null;
    }

    /// <summary>The words of what was typed to find people by name.</summary>
    internal static IReadOnlyList<string> WordsOf(string typed) =>
        [.. typed.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords)];

    /// <summary>Those of the people, whether they are there today or not, whose name or address has all the words.</summary>
    internal static IQueryable<Person> Called(IQueryable<Person> people, IEnumerable<string> words) =>
        words.Aggregate(people, (found, word) => word.Contains('@', StringComparison.Ordinal) ? WithAddress(found, word) : WithName(found, word));

    private static HashSet<string> Branch(List<OrganisationUnit> units, string id)
    {
        var children = units.ToLookup(unit => unit.ParentId, unit => unit.Id);
        HashSet<string> branch = [id];
        Queue<string> open = new([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in children[next].Where(branch.Add))
            {
                open.Enqueue(child);
            }
        }

        return branch;
    }

    private static IQueryable<Person> WithAddress(IQueryable<Person> people, string word)
    {
        var pattern = Pattern(word.ToUpperInvariant()) + "%";
        return people.Where(person => EF.Functions.Like(person.NormalizedEmail!, pattern, "\\"));
    }

    private static IQueryable<Person> WithName(IQueryable<Person> people, string word)
    {
        // SQLite makes only the letters from A to Z small, so a name that begins with É is found as it was typed too.
        var (small, typed) = (Pattern(word.ToLowerInvariant()), Pattern(word));
        var (spaced, hyphened, asTyped) = ($"% {small}%", $"%-{small}%", $"% {typed}%");
        var (beginning, inside) = (Pattern(word.ToUpperInvariant()) + "%@%", $"%.{Pattern(word.ToUpperInvariant())}%@%");
#pragma warning disable CA1304, CA1311, CA1862 // The database compares: it knows no culture and no StringComparison.
        return people.Where(person =>
            EF.Functions.Like((" " + person.GivenName + " " + person.FamilyName).ToLower(), spaced, "\\")
            || EF.Functions.Like((" " + person.GivenName + " " + person.FamilyName).ToLower(), hyphened, "\\")
            || EF.Functions.Like(" " + person.GivenName + " " + person.FamilyName, asTyped, "\\")
            || EF.Functions.Like(person.NormalizedEmail!, beginning, "\\")
            || EF.Functions.Like(person.NormalizedEmail!, inside, "\\"));
#pragma warning restore CA1304, CA1311, CA1862
    }

    /// <summary>The word as a pattern: its own signs stand for themselves, and any apostrophe for any other.</summary>
    private static string Pattern(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Replace('\'', '_').Replace('’', '_').Replace('‘', '_');

    private async Task<IQueryable<Person>> AtWorkAsync()
    {
        // The machine may keep another time than the council.
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return db.Users.AsNoTracking().Where(person => (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today));
    }

    private async Task<IReadOnlyList<Colleague>> ReadAsync(IQueryable<Person> people, CancellationToken cancellation) =>
        [.. (await people.Select(person => new
            {
                person.Id, person.GivenName, person.FamilyName, person.JobTitle, person.Email,
                Unit = db.Units.Where(unit => unit.Id == person.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            }).ToListAsync(cancellation))
            .Select(person => new Colleague(person.Id, $"{person.GivenName} {person.FamilyName}".Trim(), person.JobTitle, person.Unit ?? "", person.Email ?? ""))];
}

/// <summary>A person as lists of colleagues show them.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Given and family name.</param>
/// <param name="JobTitle">The job title or office; may be empty.</param>
/// <param name="Unit">The name of the directorate, service or team; may be empty.</param>
/// <param name="Email">The work email address; may be empty.</param>
public sealed record Colleague(string Id, string FullName, string JobTitle, string Unit, string Email)
{
    /// <summary>What tells people of one name apart: job title and team.</summary>
    public string Place => string.Join(", ", new[] { JobTitle, Unit }.Where(text => text.Length > 0));
}

/// <summary>The people that were found.</summary>
/// <param name="People">The people, by family name.</param>
/// <param name="HasMore">True when more people match than are listed.</param>
public sealed record ColleagueMatches(IReadOnlyList<Colleague> People, bool HasMore);

/// <summary>A unit with the people in it.</summary>
/// <param name="UnitId">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="IsLed">True when the person heads it; its members are then those of the units below it too.</param>
/// <param name="MemberIds">The ids of the people who are there today, without the person.</param>
public sealed record Team(string UnitId, string Name, bool IsLed, IReadOnlyList<string> MemberIds);

/// <summary>A directorate as a person's place in the structure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UnitIds">Its own id and those of all units below it.</param>
public sealed record Directorate(string Name, IReadOnlySet<string> UnitIds);
