using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Starting;

/// <summary>Begins a request of the current person: about an entry of the catalogue, which fills in what it knows, or about other learning.</summary>
internal sealed class RequestStarting(PortalDb db, RequestDrafts drafts, ContentItems items, ILearningFacts catalogue, CurrentPerson person)
{
    /// <summary>The qualifications of the catalogue that name no level.</summary>
    private static readonly HashSet<string> Qualifications = ["Qualification", "ApprenticeshipStandard"];

    /// <summary>What the catalogue says of an entry; null when the current person may not know of it.</summary>
    public async Task<LearningFacts?> EntryAsync(string? entryId, CancellationToken cancellation) =>
        string.IsNullOrEmpty(entryId) ? null : await catalogue.FindAsync(entryId, cancellation);

    /// <summary>Begins a draft.</summary>
    /// <param name="id">The id that it gets. Beginning the same again, by a double click, begins nothing.</param>
    /// <param name="title">What the learning is called, for learning that is not in the catalogue.</param>
    /// <param name="entry">The entry; null for other learning.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The draft's id; null when the id is somebody else's.</returns>
    public async Task<string?> BeginAsync(string id, string title, LearningFacts? entry, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if ((await items.KnownAsync([id], cancellation)).Count > 0)
        {
            return await db.TrainingRequests.AnyAsync(row => row.ItemId == id && row.PersonId == person.Id, cancellation) ? id : null;
        }

        var item = items.New(TrainingRequest.ContentType);
        item.ContentItemId = id;
        item.Alter<TitlePart>(part => part.Title = entry?.Entry.Title ?? title);
        item.Alter<TrainingRequest>(request => Fill(request, entry));
        await drafts.SaveAsync(item, cancellation);
        return id;
    }

    private static void Fill(TrainingRequest request, LearningFacts? entry)
    {
        if (entry is null)
        {
            return;
        }

        request.Entry.ContentItemIds = [entry.Entry.ContentItemId];
        request.Provider.Text = entry.Provider;
        request.Link.Url = Uri.TryCreate(entry.Website, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? entry.Website : null;
        request.Classification.Text = entry.Classification;
        if (entry.QualificationLevel is { } level)
        {
            request.IsQualification = new BooleanField { Value = true };
            request.QualificationLevel.Text = level.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (Qualifications.Contains(entry.Entry.ContentType))
        {
            request.IsQualification = new BooleanField { Value = true };
        }

        if (entry.CostFrom is > 0 and <= CostLine.Most and { } cost)
        {
            request.CostLines.Add(new CostLine { Id = Identifiers.New(), Kind = "course", What = entry.Entry.Title, Amount = decimal.Round(cost, 2) });
        }
    }
}
