using System.Text.Json;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>A step's form as it is drawn from what its activity can be told.</summary>
internal sealed class StepFormView(PortalDb db, ContentDefinitions definitions, WorkflowFields workflowFields, WorkflowTypes types, StepPeople people, TimeProvider time)
{
    public IActivity Activity { get; private set; } = null!;

    public ActivityRecord Step { get; private set; } = null!;

    public IReadOnlyList<WorkflowField> Fields { get; private set; } = [];

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ContentTypes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> WorkflowTypes { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<StepPerson>> People { get; private set; } = new Dictionary<string, IReadOnlyList<StepPerson>>();

    /// <summary>The property for which people were searched; empty for none.</summary>
    public string FindAt { get; private set; } = "";

    public string Searched { get; private set; } = "";

    public StepPeopleFound? Found { get; private set; }

    /// <summary>The property whose text is shown as it would be sent; empty for none.</summary>
    public string PreviewAt { get; private set; } = "";

    public string Preview { get; private set; } = "";

    /// <summary>The fields that a step's conditions and placeholders can name.</summary>
    public Task<IReadOnlyList<WorkflowField>> FieldsOfAsync(WorkflowDefinition definition, CancellationToken cancellation) => workflowFields.OfAsync(definition, cancellation);

    /// <summary>Looks up what the form offers.</summary>
    public async Task<StepFormView> LoadAsync(
        IActivity activity, ActivityRecord step, IReadOnlyList<WorkflowField> fields, StepFormResult? sent, Func<string, string> typed, CancellationToken cancellation)
    {
        (Activity, Step, Fields) = (activity, step, fields);
        var kinds = activity.Properties.Select(property => property.Kind).ToHashSet();
        if (kinds.Contains(PropertyKind.Role) || kinds.Contains(PropertyKind.Roles))
        {
            Roles = await db.Roles.AsNoTracking().Select(role => role.Name!).OrderBy(name => name).ToListAsync(cancellation);
        }

        if (kinds.Contains(PropertyKind.ContentType) || kinds.Contains(PropertyKind.ContentTypes))
        {
            ContentTypes = [.. (await definitions.GetAsync(cancellation)).Types.OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).Select(type => new SelectListItem(type.DisplayName, type.Name))];
        }

        if (kinds.Contains(PropertyKind.WorkflowType))
        {
            WorkflowTypes = [.. (await types.ListAsync(cancellation)).Select(type => new SelectListItem(type.Name, type.Id))];
        }

        Dictionary<string, IReadOnlyList<StepPerson>> chosen = [];
        foreach (var property in activity.Properties.Where(property => property.Kind == PropertyKind.People))
        {
            chosen[property.Name] = await people.NamedAsync(property.ReadTexts(step), cancellation);
        }

        People = chosen;
        if (sent?.Verb == StepKeys.Find)
        {
            (FindAt, Searched) = (sent.At, typed(sent.At + StepKeys.Search));
            Found = await people.FindAsync(Searched, cancellation);
        }
        else if (sent?.Verb == StepKeys.Preview)
        {
            (PreviewAt, Preview) = (sent.At, await TemplateText.FillAsync(typed(sent.At), name => Task.FromResult(Example(name))));
        }

        return this;
    }

    public ConditionGroup ConditionOf(ActivityProperty property) => Read<ConditionGroup>(property);

    public IReadOnlyList<SwitchCase> CasesOf(ActivityProperty property) => Read<List<SwitchCase>>(property);

    public IReadOnlyList<DecisionButton> ButtonsOf(ActivityProperty property) => Read<List<DecisionButton>>(property);

    public IReadOnlyList<KeyValuePair<string, string>> TextsOf(ActivityProperty property) =>
        property.Read(Step) is System.Text.Json.Nodes.JsonObject json ? [.. json.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? ""))] : [];

    /// <summary>When a property means something, in words; empty when always.</summary>
    public string When(ActivityProperty property)
    {
        if (property.OnlyWhen is not { } name || Activity.Properties.FirstOrDefault(other => other.Name == name) is not { } other)
        {
            return "";
        }

        var values = property.OnlyWhenIs.Select(value => other.Kind == PropertyKind.YesNo ? value is "true" or "True" ? "ticked" : "not ticked"
            : $"“{other.Choices.FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase))?.Label ?? value}”");
        return $"Only when “{other.Label}” is {string.Join(" or ", values)}.";
    }

    /// <summary>The choices of a field's list, with one that is not known any more.</summary>
    public static IEnumerable<SelectListItem> With(IEnumerable<SelectListItem> items, string value)
    {
        var known = items.ToList();
        if (value.Length > 0 && known.TrueForAll(item => item.Value != value))
        {
            known.Add(new SelectListItem($"{value} (not known)", value));
        }

        return known;
    }

    private T Read<T>(ActivityProperty property) where T : class, new()
    {
        try
        {
            return property.Read(Step).Deserialize<T>(PortalJson.Compact) ?? new T();
        }
        catch (JsonException)
        {
            // The check of the definition says that it cannot be read; the form begins anew.
            return new T();
        }
    }

    // Made up, so that a preview shows nobody's data.
    private string Example(string name)
    {
        var field = Fields.FirstOrDefault(candidate => candidate.Path == name);
        return field?.Kind switch
        {
            null => $"[unknown: {name}]",
            FieldValueKind.Number => "1,250",
            FieldValueKind.Day => Platform.Ui.DateWords.Day(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            FieldValueKind.YesNo => "Yes",
            FieldValueKind.Choice when field.Choices.Count > 0 => field.Choices[0].Label,
            _ => $"[{field.Label}]",
        };
    }
}

/// <summary>A property of the form.</summary>
internal sealed record StepFormField(StepFormView Form, ActivityProperty Property)
{
    public string Key => StepKeys.Of(Property.Name);

    public string Label => Property.IsRequired || Property.Kind == PropertyKind.YesNo || Property.Kind == PropertyKind.Condition ? Property.Label : $"{Property.Label} (optional)";

    public string? Hint => $"{Form.When(Property)} {Property.Hint}".Trim() is { Length: > 0 } hint ? hint : null;
}

/// <summary>A group of conditions of the form.</summary>
internal sealed record StepFormGroup(StepFormView Form, ConditionGroup Group, string Key, string Legend, string? Hint, int Depth);
