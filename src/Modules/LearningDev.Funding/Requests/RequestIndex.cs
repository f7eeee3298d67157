using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests;

/// <summary>Keeps the rows of training requests true to their items, whoever saves those.</summary>
internal sealed class RequestIndex(PortalDb db, TimeProvider time) : IEventHandler<ContentDraftSaved>, IEventHandler<ContentPublished>, IEventHandler<ContentRemoved>
{
    public Task HandleAsync(ContentDraftSaved portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentDraftSaved> portalEvents, CancellationToken cancellation) => WriteAsync(portalEvents.Select(one => one.Item), cancellation);

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation) => WriteAsync(portalEvents.Select(one => one.Item), cancellation);

    public async Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation)
    {
        if (portalEvent.Item.ContentType == TrainingRequest.ContentType && await db.TrainingRequests.FindAsync([portalEvent.Item.ContentItemId], cancellation) is { } row)
        {
            db.Remove(row);
        }
    }

    private async Task WriteAsync(IEnumerable<ContentItem> saved, CancellationToken cancellation)
    {
        var requests = saved.Where(item => item.ContentType == TrainingRequest.ContentType && item.Owner is not null).ToDictionary(item => item.ContentItemId);
        if (requests.Count == 0)
        {
            return;
        }

        List<string> owners = [.. requests.Values.Select(item => item.Owner!).Distinct()];
        var people = await db.Users.AsNoTracking().Where(person => EF.Parameter(owners).Contains(person.Id))
            .Select(person => new { person.Id, Name = person.GivenName + " " + person.FamilyName, person.UnitId }).ToDictionaryAsync(person => person.Id, cancellation);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellation);
        var rows = await db.TrainingRequests.Where(row => EF.Parameter(requests.Keys.ToList()).Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (id, item) in requests)
        {
            if (!rows.TryGetValue(id, out var row))
            {
                row = new RequestRow { ItemId = id, PersonId = item.Owner!, CreatedUtc = now };
                db.Add(row);
            }

            var request = item.As<TrainingRequest>();
            var person = people.GetValueOrDefault(item.Owner!);
            row.PersonName = person?.Name.Trim() ?? row.PersonName;
            row.DirectorateId = TopOf(units, person?.UnitId);
            row.Title = item.DisplayText;
            row.Total = request.TotalCost.Value ?? 0;
            row.Classification = request.Classification.Text ?? "";
            row.Source = request.FundingSource.Text ?? "";
            row.StartsOn = request.Starts;
            row.ChangedUtc = now;
        }
    }

    private static string? TopOf(Dictionary<string, OrganisationUnit> units, string? unitId)
    {
        var at = unitId is null ? null : units.GetValueOrDefault(unitId);
        for (var steps = units.Count; steps > 0 && at?.ParentId is { } parent; steps--)
        {
            at = units.GetValueOrDefault(parent);
        }

        return at?.Id;
    }
}
