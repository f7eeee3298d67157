using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Triggers;

/// <summary>Writes down what happens to items, in the publisher's transaction, where a workflow may want to know of it. What follows is found out by the worker.</summary>
internal sealed class ContentTriggers(PortalDb db, WorkflowTypes types, WorkWriter work, CurrentPerson person)
    : IEventHandler<ContentDraftSaved>, IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    private const string Created = "ContentCreatedEvent";

    public Task HandleAsync(ContentDraftSaved portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentDraftSaved> portalEvents, CancellationToken cancellation) => WriteAsync("ContentDraftSavedEvent", portalEvents, cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation) => WriteAsync("ContentPublishedEvent", portalEvents, cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentUnpublished> portalEvents, CancellationToken cancellation) => WriteAsync("ContentUnpublishedEvent", portalEvents, cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentRemoved> portalEvents, CancellationToken cancellation) => WriteAsync("ContentDeletedEvent", portalEvents, cancellation);

    private async Task WriteAsync(string name, IReadOnlyList<ContentEvent> happened, CancellationToken cancellation)
    {
        var starts = Starts(await types.LiveAsync(cancellation));
        List<string> ids = [.. happened.Select(one => one.Item.ContentItemId).Distinct()];
        // A case that is not started yet may wait for what happens now, once it is.
        var concerned = await db.CaseWaits.Where(wait => wait.EventName == name && (ids.Contains(wait.Correlation) || wait.Correlation == CaseWait.Anything)).Select(wait => wait.Correlation)
            .Union(db.WorkflowWork.Where(row => ids.Contains(row.Correlation)).Select(row => row.Correlation)).ToHashSetAsync(cancellation);
        var all = concerned.Contains(CaseWait.Anything);
        foreach (var one in happened)
        {
            var item = one.Item;
            // The first time that it is saved; Orchard Core tells of it before it tells what was done.
            if (item is { Number: 1, Revision: 1 } && (name is "ContentDraftSavedEvent" or "ContentPublishedEvent") && IsWanted(starts, Created, item.ContentType))
            {
                work.Event(Created, item.ContentItemId, Input(item));
            }

            if (all || concerned.Contains(item.ContentItemId) || IsWanted(starts, name, item.ContentType))
            {
                work.Event(name, item.ContentItemId, Input(item));
            }
        }
    }

    private JsonObject Input(ContentItem item) => new()
    {
        ["ContentItemId"] = item.ContentItemId,
        ["ContentType"] = item.ContentType,
        ["VersionId"] = item.ContentItemVersionId,
        ["Name"] = item.DisplayText,
        ["By"] = person.Name,
    };

    private static ILookup<string, IReadOnlyList<string>> Starts(IReadOnlyList<LiveType> live) => live
        .SelectMany(type => type.Definition.Activities.Where(activity => activity.IsStart))
        .ToLookup(activity => activity.Name, activity => new ActivityProperty("ContentTypeFilter", "", PropertyKind.ContentTypes).ReadTexts(activity), StringComparer.OrdinalIgnoreCase);

    private static bool IsWanted(ILookup<string, IReadOnlyList<string>> starts, string name, string contentType) =>
        starts[name].Any(types => types.Count == 0 || types.Contains(contentType, StringComparer.OrdinalIgnoreCase));
}
