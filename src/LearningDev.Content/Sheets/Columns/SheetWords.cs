using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Media;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>
/// Turns the ids that items keep into the words that people write, and back: terms, items, people, files and roles. What many rows name is looked up at once.
/// </summary>
internal sealed class SheetWords(PortalDb db, TaxonomyReader taxonomies, ContentDefinitions definitions, ItemVisibility visibility, DateWords dates)
{
    /// <summary>More titles than this are not offered as a list of choices.</summary>
    public const int MostChoices = 500;

    private readonly Dictionary<string, KnownItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownItem>> itemsByWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> userNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> peopleByWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string>? roles;

    /// <summary>Looks everything up that many rows or items name, and forgets what earlier ones named.</summary>
    public async Task LearnAsync(SheetQuestions questions, CancellationToken cancellation)
    {
        items.Clear();
        itemsByWord.Clear();
        userNames.Clear();
        peopleByWord.Clear();
        files.Clear();
        await LearnItemsAsync(questions, cancellation);
        await LearnPeopleAsync(questions, cancellation);
        if (questions.Files.Count > 0)
        {
            var paths = questions.Files.ToList();
            foreach (var path in await db.Set<MediaFile>().Where(file => EF.Parameter(paths).Contains(file.Path)).Select(file => file.Path).ToListAsync(cancellation))
            {
                files[path] = path;
            }
        }
    }

    /// <summary>Takes an item that is not saved yet for one that can be named, until something else is looked up.</summary>
    public void AlsoKnow(string id, string contentType, string title)
    {
        if (!items.ContainsKey(id))
        {
            Add(title, new KnownItem(id, contentType, title));
        }
    }

    /// <summary>A taxonomy by id or alias; null when there is none.</summary>
    public Task<Taxonomy?> TaxonomyAsync(string idOrAlias) => taxonomies.FindAsync(idOrAlias);

    /// <summary>What people call an item: its title where no other item of these types has it, else its id.</summary>
    public string NameOfItem(string id, IReadOnlyCollection<string> types) =>
        items.TryGetValue(id, out var item) && item.Title.Length > 0 && ItemsCalled(item.Title, types).Count() == 1 && !items.ContainsKey(item.Title) ? item.Title : id;

    /// <summary>The ids of the items that a word can mean: an id, a title or an alias.</summary>
    public IReadOnlyList<string> ItemsOf(string word, IReadOnlyCollection<string> types) =>
        items.TryGetValue(word, out var item) && (types.Count == 0 || types.Contains(item.Type)) ? [item.Id] : [.. ItemsCalled(word, types).Select(found => found.Id).Distinct()];

    /// <summary>A person's user name; the id of somebody who is not there.</summary>
    public string NameOfPerson(string id) => userNames.GetValueOrDefault(id, id);

    /// <summary>The ids of the people that a word can mean: a user name, an e-mail address or an id.</summary>
    public IReadOnlyList<string> PeopleOf(string word) => userNames.ContainsKey(word) ? [word] : peopleByWord.GetValueOrDefault(word) ?? [];

    /// <summary>The path of a file of the library; null when there is none.</summary>
    public string? FileOf(string path) => files.GetValueOrDefault(path);

    /// <summary>The names of the roles.</summary>
    public async Task<IReadOnlyCollection<string>> RolesAsync(CancellationToken cancellation = default) =>
        roles ??= (await db.Roles.Select(role => role.Name!).ToListAsync(cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The titles of the items of some types in order, when they are not too many for a list; else none.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(IReadOnlyCollection<string> types, CancellationToken cancellation)
    {
        var rows = db.Set<ContentItemRow>().Where(row => row.Latest && EF.Parameter(types).Contains(row.ContentType));
        var titles = await (await visibility.SeenAsync(rows, row => row.ContentItemId, cancellation))
            .OrderBy(row => row.DisplayText).Select(row => row.DisplayText).Take(MostChoices + 1).ToListAsync(cancellation);
        return titles.Count > MostChoices ? [] : [.. titles.Where(title => title.Length > 0).Distinct()];
    }

    /// <summary>What the clock on the wall shows at a moment.</summary>
    public Task<DateTime> LocalAsync(DateTime utc) => dates.LocalAsync(utc);

    /// <summary>The moment at which the clock on the wall shows a time; null when it is skipped.</summary>
    public Task<DateTime?> UtcAsync(DateTime local) => dates.UtcAsync(local);

    private IEnumerable<KnownItem> ItemsCalled(string word, IReadOnlyCollection<string> types) =>
        (itemsByWord.GetValueOrDefault(word) ?? []).Where(item => types.Count == 0 || types.Contains(item.Type));

    private async Task LearnItemsAsync(SheetQuestions questions, CancellationToken cancellation)
    {
        if (questions.Items.Count == 0)
        {
            return;
        }

        var words = questions.Items.ToList();
        await LearnItemsAsync(row => EF.Parameter(words).Contains(row.ContentItemId) || EF.Parameter(words).Contains(row.DisplayText), cancellation);

        // Whether a title is one item's alone is known only when all that have it are known.
        var titles = items.Values.Select(item => item.Title).Where(title => title.Length > 0).Distinct().ToList();
        await LearnItemsAsync(row => EF.Parameter(titles).Contains(row.DisplayText), cancellation);
        await LearnAliasesAsync(words, cancellation);
    }

    private async Task LearnItemsAsync(System.Linq.Expressions.Expression<Func<ContentItemRow, bool>> which, CancellationToken cancellation)
    {
        var rows = db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest).Where(which);
        foreach (var row in await (await visibility.SeenAsync(rows, row => row.ContentItemId, cancellation))
            .Select(row => new { row.ContentItemId, row.ContentType, row.DisplayText }).ToListAsync(cancellation))
        {
            Add(row.DisplayText, new KnownItem(row.ContentItemId, row.ContentType, row.DisplayText));
        }
    }

    // Few types have aliases, and few items are of them.
    private async Task LearnAliasesAsync(List<string> words, CancellationToken cancellation)
    {
        var types = (await definitions.GetAsync(cancellation)).TypesWith(nameof(AliasPart)).ToList();
        if (types.Count == 0 || words.TrueForAll(items.ContainsKey))
        {
            return;
        }

        foreach (var row in await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && types.Contains(row.ContentType)).ToListAsync(cancellation))
        {
            if (row.ToItem() is var item && item.As<AliasPart>().Alias is { Length: > 0 } alias && words.Contains(alias, StringComparer.OrdinalIgnoreCase))
            {
                Add(alias, new KnownItem(item.ContentItemId, item.ContentType, item.DisplayText));
            }
        }
    }

    private void Add(string word, KnownItem item)
    {
        items[item.Id] = item;
        if (!itemsByWord.TryGetValue(word, out var called))
        {
            itemsByWord[word] = called = [];
        }

        if (!called.Exists(known => known.Id == item.Id))
        {
            called.Add(item);
        }
    }

    private async Task LearnPeopleAsync(SheetQuestions questions, CancellationToken cancellation)
    {
        if (questions.People.Count == 0)
        {
            return;
        }

        var words = questions.People.ToList();
        var upper = words.ConvertAll(word => word.ToUpperInvariant());
        foreach (var person in await db.Users.AsNoTracking()
            .Where(person => EF.Parameter(words).Contains(person.Id) || EF.Parameter(upper).Contains(person.NormalizedUserName!) || EF.Parameter(upper).Contains(person.NormalizedEmail!))
            .Select(person => new { person.Id, person.UserName, person.Email }).ToListAsync(cancellation))
        {
            userNames[person.Id] = person.UserName ?? person.Id;
            foreach (var word in new[] { person.UserName, person.Email }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!peopleByWord.TryGetValue(word, out var called))
                {
                    peopleByWord[word] = called = [];
                }

                called.Add(person.Id);
            }
        }
    }

    private sealed record KnownItem(string Id, string Type, string Title);
}

/// <summary>What rows or items name, to be looked up at once.</summary>
internal sealed class SheetQuestions
{
    /// <summary>Ids, titles and aliases of items.</summary>
    public HashSet<string> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids, user names and e-mail addresses of people.</summary>
    public HashSet<string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths of files.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);
}
