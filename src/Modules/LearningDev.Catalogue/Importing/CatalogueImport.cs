using System.Text.Json.Nodes;
using LearningDev.Catalogue.Equality;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Importing;

/// <summary>
/// Brings a catalogue in from a file, row by row (CAT-03). A row is known again by its key, so importing a file twice changes nothing the second
/// time. What somebody here has changed, withdrawn or removed since is left alone unless it is to be written over.
/// </summary>
internal sealed class CatalogueImport(
    PortalDb db, ContentItems items, ContentValidator validator, ContentDefinitions definitions, TaxonomyReader taxonomies, ISettings settings, IEvents events,
    AssessmentGate gate, PublishingOrigin origin)
{
    // As many rows are written in one transaction, and may hold up others who write: well below a second.
    private const int BatchSize = 200;
    private const int Attempts = 3;

    private readonly Dictionary<string, string> keys = [];

    /// <summary>The author of imported versions: a version of anybody else's is that person's own work.</summary>
    public static string AuthorOf(string source) => $"Import of {source}";

    /// <summary>Imports a file. Outside a transaction each few rows are committed by themselves, so that a stopped import has done a part, and soundly.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="told">Is told of each row in order; a row is written when the call comes.</param>
    /// <param name="cancellation">Stops between the rows.</param>
    public async Task<ImportResult> RunAsync(CatalogueFile file, ImportOptions options, Action<RowResult> told, CancellationToken cancellation)
    {
        using var importing = origin.Begin(PublishingSource.Import);
        keys.Clear();
        foreach (var row in file.Rows)
        {
            foreach (var (field, value) in options.Defaults)
            {
                row.AddDefault(field, value, "default");
            }

            CheckKey(row);
        }

        var words = await EntryVocabulary.LoadAsync(definitions, taxonomies, items, await PeopleAsync(file, cancellation), await RolesAsync(cancellation), settings, cancellation);
        var builder = new EntryBuilder(words);
        if (options is { AllOrNothing: true, Preview: false })
        {
            var check = await PassAsync(file, options with { Preview = true }, words, builder, _ => { }, cancellation);
            options = options with { Preview = check[RowOutcome.Refused] > 0 };
        }

        return await PassAsync(file, options, words, builder, told, cancellation);
    }

    private Task<List<string>> RolesAsync(CancellationToken cancellation) => db.Roles.OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancellation);

    private async Task<IReadOnlyDictionary<string, string>> PeopleAsync(CatalogueFile file, CancellationToken cancellation)
    {
        List<string> userNames = [.. file.Rows.Select(row => row.One(RowField.Owner)).OfType<string>().Distinct()];
        return userNames.Count == 0 ? new Dictionary<string, string>() : await db.Users.Where(person => EF.Parameter(userNames).Contains(person.UserName!))
            .ToDictionaryAsync(person => person.UserName!, person => person.Id, cancellation);
    }

    private async Task<ImportResult> PassAsync(
        CatalogueFile file, ImportOptions options, EntryVocabulary words, EntryBuilder builder, Action<RowResult> told, CancellationToken cancellation)
    {
        var result = new ImportResult();
        foreach (var batch in file.Rows.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var outcome in await BatchAsync(batch, options, words, builder, cancellation))
            {
                result.Count(outcome.Outcome);
                told(outcome);
            }
        }

        if (!options.Preview && result.Written > 0)
        {
            await events.PublishAsync(new CatalogueImported(options.Source, result[RowOutcome.Added], result[RowOutcome.Updated]), CancellationToken.None);
        }

        return result;
    }

    private async Task<IReadOnlyList<RowResult>> BatchAsync(
        IReadOnlyList<CatalogueRow> rows, ImportOptions options, EntryVocabulary words, EntryBuilder builder, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = db.Database.CurrentTransaction is null && !options.Preview ? await db.Database.BeginTransactionAsync(cancellation) : null;
            try
            {
                var plan = await PlanAsync(rows, options, words, builder, cancellation);
                if (!options.Preview)
                {
                    await WriteAsync(plan, cancellation);
                    if (transaction is not null)
                    {
                        await transaction.CommitAsync(CancellationToken.None);
                    }
                }

                return [.. plan.Select(entry => entry.Result)];
            }
            catch (Exception fault) when (transaction is not null && attempt < Attempts && fault is ContentConflictException or ContentInvalidException)
            {
                // Somebody has saved one of the entries, or taken one of the addresses, just now: read again, and decide again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Planned> plan, CancellationToken cancellation)
    {
        List<Planned> changes = [.. plan.Where(entry => entry.Result.Outcome is RowOutcome.Added or RowOutcome.Updated)];
        List<ContentItem> published = [.. changes.Where(entry => !IsDraft(entry.Result.Row)).Select(entry => entry.Item!)];
        if (published.Count > 0)
        {
            await items.PublishAllAsync(published, cancellation);
        }

        foreach (var draft in changes.Where(entry => IsDraft(entry.Result.Row)))
        {
            await items.SaveDraftAsync(draft.Item!, cancellation);
        }
    }

    private async Task<IReadOnlyList<Planned>> PlanAsync(
        IReadOnlyList<CatalogueRow> rows, ImportOptions options, EntryVocabulary words, EntryBuilder builder, CancellationToken cancellation)
    {
        List<string> ids = [.. rows.SelectMany(row => IdsOf(row, options.Source)).Distinct()];
        var known = await items.KnownAsync(ids, cancellation);
        var entries = known.Count == 0 ? [] : (await items.FindAllAsync([.. known], VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId);
        List<Planned> plan = [];
        foreach (var row in rows)
        {
            plan.Add(await PlanAsync(row, options, words, builder, known, entries, cancellation));
        }

        return await RefusedByGateAsync(plan, cancellation);
    }

    private async Task<IReadOnlyList<Planned>> RefusedByGateAsync(List<Planned> plan, CancellationToken cancellation)
    {
        List<ContentItem> published = [.. plan
            .Where(entry => entry.Result.Outcome is RowOutcome.Added or RowOutcome.Updated && !IsDraft(entry.Result.Row)).Select(entry => entry.Item!)];
        var refusals = (await gate.CheckAsync(published, cancellation)).ToLookup(refusal => refusal.ContentItemId, refusal => refusal.Reason);
        return plan.ConvertAll(entry => entry.Item is { } item && !IsDraft(entry.Result.Row) && refusals.Contains(item.ContentItemId)
            ? new Planned(new RowResult(entry.Result.Row, RowOutcome.Refused, [.. refusals[item.ContentItemId].Select(reason => new ImportFault(entry.Result.Row.Place, "", reason))]), null)
            : entry);
    }

    private async Task<Planned> PlanAsync(
        CatalogueRow row, ImportOptions options, EntryVocabulary words, EntryBuilder builder,
        IReadOnlySet<string> known, Dictionary<string, ContentItem> entries, CancellationToken cancellation)
    {
        List<ImportFault> notes = [];
        var readFaults = row.Faults.ToList();
        var ids = IdsOf(row, options.Source);
        var id = ids.FirstOrDefault(candidate => entries.TryGetValue(candidate, out var found) && words.IsLearning(found.ContentType)) ?? ids[^1];
        var current = entries.GetValueOrDefault(id);
        var item = builder.Build(row, id, options.Source, current, notes);
        if (row.Faults.Count == 0)
        {
            EntryBuilder.AddFaults(row, await validator.CheckAsync(item, publish: !IsDraft(row), cancellation));
        }

        // A row may be planned again; what was found now is found anew then.
        List<ImportFault> faults = [.. row.Faults];
        row.Faults.Clear();
        row.Faults.AddRange(readFaults);
        if (faults.Count > 0)
        {
            return new Planned(new RowResult(row, RowOutcome.Refused, faults), null);
        }

        // What is archived is not changed, whatever is written over: somebody takes it out of the archive first.
        var why = current?.ArchivedUtc is not null ? $"{current.DisplayText} is archived here"
            : options.Overwrite ? null : WhyKept(row, options.Source, current, known.Contains(id));
        if (why is { } reason)
        {
            return new Planned(new RowResult(row, RowOutcome.Kept, [new ImportFault(row.Place, "", reason)]), null);
        }

        var outcome = current is null ? RowOutcome.Added : IsSame(current, item, row) ? RowOutcome.Unchanged : RowOutcome.Updated;
        return new Planned(new RowResult(row, outcome, notes), item);
    }

    private static string? WhyKept(CatalogueRow row, string source, ContentItem? current, bool known) => current switch
    {
        null => known ? "The entry was removed here" : null,
        _ when current.Author != AuthorOf(source) => $"{current.DisplayText} was changed here by {current.Author ?? "the portal"}",
        { Published: false } when !IsDraft(row) => $"{current.DisplayText} is not published here",
        _ => null,
    };

    private static bool IsSame(ContentItem current, ContentItem item, CatalogueRow row) =>
        current.Published == !IsDraft(row) && current.ContentType == item.ContentType && JsonNode.DeepEquals(current.Content, item.Content);

    private static bool IsDraft(CatalogueRow row) => string.Equals(row.One(RowField.Status), "draft", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ids that a row may mean: an entry's own, then the one made from the source and its key.</summary>
    private static string[] IdsOf(CatalogueRow row, string source)
    {
        var key = KeyOf(row);
        var made = Identifiers.From(source, key);
        return key.Length is > 0 and <= Identifiers.MaximumLength ? [key, made] : [made];
    }

    private static string KeyOf(CatalogueRow row) => row.One(RowField.Key) ?? row.One(RowField.Url) ?? row.One(RowField.Title) ?? row.Place;

    private void CheckKey(CatalogueRow row)
    {
        var status = row.One(RowField.Status);
        if (status is not null && !string.Equals(status, "published", StringComparison.OrdinalIgnoreCase) && !IsDraft(row))
        {
            row.Fault(RowField.Status, $"“{status}” is not one of the choices: “published”, “draft”");
        }

        if (!keys.TryAdd(KeyOf(row), row.Place))
        {
            var what = row.Has(RowField.Key) ? RowField.Key : row.Has(RowField.Url) ? RowField.Url : RowField.Title;
            row.Fault(what, $"{keys[KeyOf(row)]} has the same {(what == RowField.Key ? "key" : what == RowField.Url ? "address, and this row no key" : "title, and this row neither key nor address")}");
        }
    }

    private sealed record Planned(RowResult Result, ContentItem? Item);
}

/// <summary>A catalogue was imported and changed something.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Added">How many entries were added.</param>
/// <param name="Updated">How many entries were changed.</param>
internal sealed record CatalogueImported(string Source, int Added, int Updated) : IPortalEvent
{
    public AuditSubject Subject => new("Catalogue", "", Source);

    public string Summary => $"Imported {Source}: {Added} added, {Updated} updated";
}
