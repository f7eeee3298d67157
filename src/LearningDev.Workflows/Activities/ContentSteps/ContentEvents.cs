using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Activities.ContentSteps;

/// <summary>Something happens to an item. In the middle of a case it waits for its happening to the item that the case is about.</summary>
internal abstract class ContentEventActivity : IActivity
{
    public abstract string Name { get; }

    public abstract string DisplayName { get; }

    public abstract string Description { get; }

    public string Category => ActivityCategories.Content;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Empty for content of every type")];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => string.Join(", ", Properties[0].ReadTexts(record));

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Wait(Name));

    public Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (context.Texts("ContentTypeFilter") is { Count: > 0 } types && !types.Contains(context.Input["ContentType"]?.ToString() ?? "", StringComparer.OrdinalIgnoreCase))
        {
            return Task.FromResult(ActivityResult.Ignore);
        }

        context.Note("Version", context.Input["VersionId"]?.ToString());
        context.Say(Say(context.Input[nameof(Name)]?.ToString() ?? "", context.Input["By"]?.ToString() ?? ""));
        return Task.FromResult(ActivityResult.Leave("Done"));
    }

    protected abstract string Say(string item, string by);
}

internal sealed class ContentCreatedEvent : ContentEventActivity
{
    public override string Name => "ContentCreatedEvent";

    public override string DisplayName => "Content is created";

    public override string Description => "Somebody has made a new item, as a draft or for everybody.";

    protected override string Say(string item, string by) => $"{by} created {item}";
}

internal sealed class ContentDraftSavedEvent : ContentEventActivity
{
    public override string Name => "ContentDraftSavedEvent";

    public override string DisplayName => "A draft is saved";

    public override string Description => "Somebody has saved a draft of an item.";

    protected override string Say(string item, string by) => $"{by} saved a draft of {item}";
}

internal sealed class ContentPublishedEvent : ContentEventActivity
{
    public override string Name => "ContentPublishedEvent";

    public override string DisplayName => "Content is published";

    public override string Description => "An item is shown to everybody.";

    protected override string Say(string item, string by) => $"{by} published {item}";
}

internal sealed class ContentUnpublishedEvent : ContentEventActivity
{
    public override string Name => "ContentUnpublishedEvent";

    public override string DisplayName => "Content is unpublished";

    public override string Description => "An item is taken off the portal.";

    protected override string Say(string item, string by) => $"{by} took {item} off the portal";
}

internal sealed class ContentDeletedEvent : ContentEventActivity
{
    public override string Name => "ContentDeletedEvent";

    public override string DisplayName => "Content is removed";

    public override string Description => "An item is put into the bin.";

    protected override string Say(string item, string by) => $"{by} removed {item}";
}
