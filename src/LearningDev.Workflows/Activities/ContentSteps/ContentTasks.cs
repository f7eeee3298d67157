using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities.CaseSteps;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Activities.ContentSteps;

/// <summary>Which item Orchard Core's content steps mean: the one that the case is about, or another by an expression.</summary>
internal sealed class MeantItem(ContentItems items, Expressions expressions)
{
    public static readonly ActivityProperty Property = new("Content", "Item", PropertyKind.Template, "Empty for the item that the case is about; else an id") { IsExpression = true };

    /// <summary>Why the item cannot be known; null when it can.</summary>
    public static string? Problem(ActivityRecord record) => IsOwn(Property.ReadText(record)) ? null : Expressions.Problem(record, Property);

    public async Task<ContentItem?> FindAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (IsOwn(Property.ReadText(context.Record)))
        {
            return await context.ItemAsync(cancellation);
        }

        return await expressions.ReadAsync(context, Property.Name, cancellation) is { Length: > 0 } id ? await items.FindAsync(id, VersionChoice.Latest, cancellation) : null;
    }

    private static bool IsOwn(string text) => text.Trim().TrimEnd(';') is "" or "input(\"ContentItem\")" or "input('ContentItem')" or "workflow().Input.ContentItem";
}

/// <summary>Publishes an item (Orchard Core's publish task).</summary>
internal sealed class PublishContentTask(ContentItems items, MeantItem meant) : IActivity
{
    public string Name => "PublishContentTask";

    public string DisplayName => "Publish";

    public string Description => "Shows an item to everybody, in the version that is the latest now.";

    public string Category => ActivityCategories.Content;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [MeantItem.Property];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Published", "Noop"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => MeantItem.Problem(record) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await meant.FindAsync(context, cancellation) is not { Published: false } item)
        {
            return ActivityResult.Leave("Noop");
        }

        await items.PublishAsync(item, $"By the workflow {context.Definition.Name}", cancellation);
        context.Say($"{item.DisplayText} was published");
        return ActivityResult.Leave("Published");
    }
}

/// <summary>Takes an item off the portal (Orchard Core's unpublish task).</summary>
internal sealed class UnpublishContentTask(ContentItems items, MeantItem meant) : IActivity
{
    public string Name => "UnpublishContentTask";

    public string DisplayName => "Unpublish";

    public string Description => "Takes an item off the portal; it stays as a draft.";

    public string Category => ActivityCategories.Content;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [MeantItem.Property];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Unpublished", "Noop"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) => MeantItem.Problem(record) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await meant.FindAsync(context, cancellation) is not { } item || !await items.UnpublishAsync(item.ContentItemId, $"By the workflow {context.Definition.Name}", cancellation))
        {
            return ActivityResult.Leave("Noop");
        }

        context.Say($"{item.DisplayText} was taken off the portal");
        return ActivityResult.Leave("Unpublished");
    }
}

/// <summary>Makes a new item (Orchard Core's create content task).</summary>
internal sealed class CreateContentTask(ContentItems items, CaseTexts texts, CaseValues values) : IActivity
{
    public const string CreatedId = "CreatedItemId";

    public string Name => "CreateContentTask";

    public string DisplayName => "Create an item";

    public string Description => "Makes a new item of a content type. Its id is remembered as case.CreatedItemId.";

    public string Category => ActivityCategories.Content;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("ContentType", "Content type", PropertyKind.ContentType) { IsRequired = true },
        new("ItemTitle", "Title", PropertyKind.Template),
        new("ContentProperties", "Further values", PropertyKind.LongText, "JSON with placeholders, as items have it: an object of parts") { IsExpression = true },
        new("Publish", "Publish it at once", PropertyKind.YesNo) { Default = false },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) =>
        TemplateText.NotUnderstood(Properties[2].ReadText(record)) is [var first, ..] ? [$"The values have {first}, which the portal does not understand"] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var item = items.New(context.Text("ContentType"));
        item.Owner = context.OwnerId ?? item.Owner;
        if (await texts.FillAsync(context, "ItemTitle", cancellation) is { Length: > 0 } title)
        {
            item.Content["TitlePart"] = new JsonObject { ["Title"] = title };
        }

        foreach (var (part, value) in await ReadAsync(context, cancellation))
        {
            item.Content[part] = value?.DeepClone();
        }

        try
        {
            item = context.YesNo("Publish") ? await items.PublishAsync(item, cancellation) : await items.SaveDraftAsync(item, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Note("Problem", fault.Message);
            return ActivityResult.Leave("Failed");
        }

        context.CaseProperties[CreatedId] = item.ContentItemId;
        context.Note("Item", item.ContentItemId);
        return ActivityResult.Leave("Done");
    }

    private async Task<JsonObject> ReadAsync(ActivityContext context, CancellationToken cancellation)
    {
        var text = context.Text("ContentProperties");
        if (text.Trim().Length == 0)
        {
            return [];
        }

        // What a placeholder says stands within a JSON text.
        var filled = await TemplateText.FillAsync(text, async name => JsonEncodedText.Encode((await values.ReadAsync(context.State, name, cancellation)).Words).ToString());
        try
        {
            return JsonNode.Parse(filled) as JsonObject ?? throw new ActivityException("The further values must be a JSON object");
        }
        catch (JsonException fault)
        {
            throw new ActivityException("The further values are no JSON", fault);
        }
    }
}

/// <summary>Sets a field of the case's item.</summary>
internal sealed class SetFieldTask(ContentItems items, ContentDefinitions definitions, TaxonomyReader taxonomies, CaseTexts texts, WorkingCalendar calendar, PortalDb db) : IActivity
{
    public string Name => "SetFieldTask";

    public string DisplayName => "Set a field";

    public string Description => "Sets a field of the item that the case is about. What is published stays published, with the new value.";

    public string Category => ActivityCategories.Content;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Field", "Field", PropertyKind.Field) { IsRequired = true },
        new("Value", "Value", PropertyKind.Template, "A day as 2026-11-30 or today; people by user name; terms and choices by name, several with commas between. Empty to take it away"),
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => $"{Properties[0].ReadText(record)} = {Properties[1].ReadText(record)}";

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await context.ItemAsync(cancellation) is not { } item)
        {
            throw new ActivityException("The item that the case is about is not there any more");
        }

        if (context.Text("Field").Split('.', 2) is not [var partName, var fieldName]
            || (await definitions.GetAsync(cancellation)) is var set && set.FindType(item.ContentType) is not { } type
            || set.FieldsOf(type).FirstOrDefault(pair => pair.Part.Name == partName && pair.Field.Name == fieldName).Field is not { } field)
        {
            throw new ActivityException($"{item.ContentType} has no field {context.Text("Field")}");
        }

        var text = await texts.FillAsync(context, "Value", cancellation);
        context.Note("Field", context.Text("Field"));
        var part = item.Content[partName] as JsonObject ?? [];
        var value = await ValueAsync(field, text, cancellation);
        if (JsonNode.DeepEquals(part[fieldName], value))
        {
            return ActivityResult.Leave("Done");
        }

        part[fieldName] = value;
        item.Content[partName] = part;
        var note = $"By the workflow {context.Definition.Name}";
        _ = item.Published ? await items.PublishAsync(item, note, cancellation) : await items.SaveDraftAsync(item, note, cancellation);
        return ActivityResult.Leave("Done");
    }

    private async Task<JsonObject> ValueAsync(ContentFieldDefinition field, string text, CancellationToken cancellation)
    {
        string[] several = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (field.FieldName)
        {
            case nameof(NumericField):
                return new JsonObject { ["Value"] = text.Length == 0 ? null : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field, text) };
            case nameof(BooleanField):
                return new JsonObject { ["Value"] = text is "true" or "Yes" or "yes" };
            case nameof(DateField):
                return new JsonObject { ["Value"] = text.Length == 0 ? null : $"{await DayAsync(field, text):yyyy-MM-dd}T00:00:00Z" };
            case nameof(UserPickerField):
                List<string> names = [.. several.Select(name => name.ToUpperInvariant())];
                var ids = await db.Users.Where(person => names.Contains(person.NormalizedUserName!)).Select(person => person.Id).ToListAsync(cancellation);
                return ids.Count == names.Count ? new JsonObject { ["UserIds"] = Array(ids) } : throw Wrong(field, text);
            case nameof(TaxonomyField):
                var id = field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId;
                var terms = (await taxonomies.FindAsync(id, cancellation))?.Terms ?? [];
                return new JsonObject
                {
                    ["TaxonomyContentItemId"] = id,
                    ["TermContentItemIds"] = Array(several.Select(name => terms.FirstOrDefault(term => term.Id == name || string.Equals(term.Name, name, StringComparison.OrdinalIgnoreCase))?.Id ?? throw Wrong(field, name))),
                };
            case nameof(MultiTextField):
                return new JsonObject { ["Values"] = Array(several) };
            case nameof(MarkdownField):
                return new JsonObject { ["Markdown"] = text };
            case nameof(TextField):
                return new JsonObject { ["Text"] = text };
            default:
                throw new ActivityException($"A workflow cannot set “{field.DisplayName}”, which holds {field.FieldName}");
        }
    }

    private async Task<DateOnly> DayAsync(ContentFieldDefinition field, string text) => text == "today" ? await calendar.TodayAsync()
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(text, "d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out day) ? day : throw Wrong(field, text);

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static ActivityException Wrong(ContentFieldDefinition field, string text) => new($"“{text}” is no value for “{field.DisplayName}”");
}
