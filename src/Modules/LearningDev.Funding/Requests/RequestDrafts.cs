using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests;

/// <summary>A training request of the current person, as it was last saved.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Item">Its item.</param>
/// <param name="Answers">What the item says.</param>
/// <param name="Settings">The settings.</param>
internal sealed record OwnRequest(RequestRow Row, ContentItem Item, TrainingRequest Answers, FundingSettings Settings)
{
    public string Id => Row.ItemId;

    /// <summary>The classification that it has whatever is chosen, and why.</summary>
    public (string Classification, ForcedBy Why) Forced => RequestFigures.Forced(Item.DisplayText, Answers.IsCpd?.Value == true, Settings);
}

/// <summary>Reads, keeps and deletes the current person's own training requests (FUN-01). Nobody else's is found here.</summary>
internal sealed class RequestDrafts(PortalDb db, ContentItems items, ContentDefinitions definitions, ISettings settings, CurrentPerson person)
{
    /// <summary>Finds a request of the current person; null when there is none of that id.</summary>
    public async Task<OwnRequest?> FindAsync(string id, CancellationToken cancellation)
    {
        var row = await db.TrainingRequests.SingleOrDefaultAsync(one => one.ItemId == id && one.PersonId == person.Id, cancellation);
        return row is not null && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item
            ? new OwnRequest(row, item, item.As<TrainingRequest>(), await settings.GetAsync<FundingSettings>(cancellation)) : null;
    }

    /// <summary>Finds one that the person can change: a draft, or one that was sent back.</summary>
    public async Task<OwnRequest?> FindChangeableAsync(string id, CancellationToken cancellation)
    {
        // Two tabs, or a double click, take turns.
        await db.TakeTurnsAsync(id, cancellation);
        return await FindAsync(id, cancellation) is { Row.CanChange: true } request ? request : null;
    }

    /// <summary>Saves what was changed in the item of a request, with what follows from it.</summary>
    /// <exception cref="ContentInvalidException">The item has faults that even a draft may not have.</exception>
    public async Task<ContentItem> SaveAsync(ContentItem item, CancellationToken cancellation)
    {
        RequestFigures.Apply(item, await settings.GetAsync<FundingSettings>(cancellation));
        return await items.SaveDraftAsync(item, cancellation);
    }

    /// <summary>Changes a request by its part and saves it.</summary>
    public Task<ContentItem> ChangeAsync(OwnRequest request, Action<TrainingRequest> change, CancellationToken cancellation)
    {
        request.Item.Alter(change);
        return SaveAsync(request.Item, cancellation);
    }

    /// <summary>Deletes a draft.</summary>
    /// <returns>False when there is no draft of that id.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        return await FindAsync(id, cancellation) is { Row.State: RequestState.Draft } && await items.RemoveAsync(id, cancellation);
    }

    /// <summary>What the fields and their choices are called.</summary>
    public Task<RequestWording> WordingAsync(CancellationToken cancellation) => RequestWording.ReadAsync(definitions, cancellation);
}
