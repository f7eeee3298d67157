using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>
/// Reads what somebody has filled in for a step into the step itself, what is wrong included, so that the form can be shown again as it was sent. What the form does not have stays.
/// </summary>
internal sealed class StepFormReader
{
    public const int LongestTitle = 200;
    private const int MostRows = 200;
    private const int MostDepth = 4;

    private readonly IFormCollection form;
    private readonly IReadOnlyList<WorkflowField> fields;
    private readonly List<(string Key, string Message)> errors = [];
    private readonly string verb;
    private readonly string at;

    private StepFormReader(IFormCollection form, IReadOnlyList<WorkflowField> fields)
    {
        (this.form, this.fields) = (form, fields);
        var button = form[StepKeys.Do].ToString().Split(' ', 2);
        (verb, at) = button is [var pressed, var place] ? (pressed, place) : ("", "");
    }

    /// <summary>Reads a form.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="activity">The step's activity.</param>
    /// <param name="step">The step, which is changed.</param>
    /// <param name="fields">The fields that conditions can name.</param>
    public static StepFormResult Read(IFormCollection form, IActivity activity, ActivityRecord step, IReadOnlyList<WorkflowField> fields)
    {
        var reader = new StepFormReader(form, fields);
        reader.ReadGeneral(activity, step);
        foreach (var property in activity.Properties)
        {
            Write(property, step, reader.Value(property));
        }

        foreach (var property in activity.Properties.Where(property => property.IsRequired && property.Matters(step, activity.Properties) && IsEmpty(property.Read(step))))
        {
            reader.errors.Insert(0, (StepKeys.Of(property.Name), property.Kind is PropertyKind.Choice or PropertyKind.Role or PropertyKind.Field or PropertyKind.WorkflowType or PropertyKind.ContentType
                ? $"Select “{property.Label}”" : $"Enter “{property.Label}”"));
        }

        return new StepFormResult(reader.errors, reader.verb, reader.at);
    }

    private static void Write(ActivityProperty property, ActivityRecord step, JsonNode? value)
    {
        // A field that was sent unchanged keeps what the file has, to the letter.
        var known = Normal(property, property.Read(step));
        if ((IsEmpty(value) && IsEmpty(known)) || JsonNode.DeepEquals(known, value))
        {
            return;
        }

        property.Write(step, IsEmpty(value) && property.Default is null ? null : value);
    }

    // As this form would write it.
    private static JsonNode? Normal(ActivityProperty property, JsonNode? value)
    {
        try
        {
            return property.Kind switch
            {
                PropertyKind.Condition => JsonSerializer.SerializeToNode(value.Deserialize<ConditionGroup>(PortalJson.Compact), PortalJson.Compact),
                PropertyKind.Cases => JsonSerializer.SerializeToNode(value.Deserialize<List<SwitchCase>>(PortalJson.Compact), PortalJson.Compact),
                PropertyKind.Buttons => JsonSerializer.SerializeToNode(value.Deserialize<List<DecisionButton>>(PortalJson.Compact), PortalJson.Compact),
                _ => value,
            };
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject json => json.Count == 0,
        JsonValue text => text.TryGetValue<string>(out var said) && said.Length == 0,
        _ => false,
    };

    private void ReadGeneral(IActivity activity, ActivityRecord step)
    {
        var title = Line(StepKeys.Title);
        if (title.Length > LongestTitle)
        {
            errors.Add((StepKeys.Title, $"Title must be {LongestTitle} characters or less"));
        }

        if (title != step.Title)
        {
            step.Title = title;
        }

        if (activity.Kind == ActivityKind.Event)
        {
            step.IsStart = form[StepKeys.IsStart].Contains("true");
        }
    }

    private JsonNode? Value(ActivityProperty property)
    {
        var key = StepKeys.Of(property.Name);
        return property.Kind switch
        {
            PropertyKind.LongText => Text(key),
            PropertyKind.Template => Template(property, key, Text(key)),
            PropertyKind.Number or PropertyKind.WorkingDays => Number(property, key),
            PropertyKind.YesNo => JsonValue.Create(form[key].Contains("true")),
            PropertyKind.Roles or PropertyKind.ContentTypes => Texts(form[key]!),
            PropertyKind.People => Texts(form[key].Where((name, row) => !(verb == StepKeys.Out && at == StepKeys.Row(key, row)))!),
            PropertyKind.Names => Texts(Text(key).Split('\n')),
            PropertyKind.Condition => Group(key, property.IsRequired, MostDepth) is { IsEmpty: false } group ? JsonSerializer.SerializeToNode(group, PortalJson.Compact) : null,
            PropertyKind.Cases => Cases(key),
            PropertyKind.Buttons => Buttons(key),
            PropertyKind.NamedTexts => NamedTexts(property, key),
            _ => Line(key),
        };
    }

    private string Template(ActivityProperty property, string key, string text)
    {
        if (TemplateText.NotUnderstood(text) is [var first, ..])
        {
            errors.Add((key, $"“{property.Label}” has {first}, which the portal does not understand"));
        }

        return text;
    }

    private JsonValue? Number(ActivityProperty property, string key)
    {
        var text = Line(key);
        if (text.Length == 0)
        {
            return null;
        }

        var isWhole = property.Kind == PropertyKind.WorkingDays;
        if (!decimal.TryParse(text.Replace("£", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            || (isWhole && (number != Math.Floor(number) || number < 0 || number > 10_000)))
        {
            errors.Add((key, isWhole ? $"“{property.Label}” must be a whole number of working days, such as 5" : $"“{property.Label}” must be a number, such as 5"));
            return JsonValue.Create(text);
        }

        return number == Math.Floor(number) && Math.Abs(number) < 1_000_000_000_000 ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    private ConditionGroup Group(string key, bool isRequired, int depth)
    {
        var group = new ConditionGroup { Match = Choice<ConditionMatch>(key + StepKeys.Match) };
        for (var row = 0; row < MostRows && form.ContainsKey(StepKeys.Condition(key, row) + StepKeys.Field); row++)
        {
            if (Condition(StepKeys.Condition(key, row)) is { } condition)
            {
                group.Conditions.Add(condition);
            }
        }

        for (var row = 0; depth > 0 && row < MostRows && form.ContainsKey(StepKeys.Group(key, row) + StepKeys.Match); row++)
        {
            var inner = StepKeys.Group(key, row);
            if (!(verb == StepKeys.Out && at == inner))
            {
                group.Groups.Add(Group(inner, isRequired: false, depth - 1));
            }
        }

        group.Groups.RemoveAll(inner => inner.IsEmpty && verb is not (StepKeys.More or StepKeys.MoreGroup or StepKeys.Out));
        if (verb == StepKeys.More && at == key)
        {
            group.Conditions.Add(new Condition());
        }
        else if (verb == StepKeys.MoreGroup && at == key && depth > 0)
        {
            group.Groups.Add(new ConditionGroup { Match = group.Match == ConditionMatch.All ? ConditionMatch.Any : ConditionMatch.All, Conditions = [new Condition()] });
        }
        else if (isRequired && group.IsEmpty && verb.Length == 0)
        {
            errors.Add((StepKeys.Condition(key, 0) + StepKeys.Field, "Select what is compared"));
        }

        return group;
    }

    private Condition? Condition(string key)
    {
        var (path, typed) = (Line(key + StepKeys.Field), Line(key + StepKeys.Value));
        if ((path.Length == 0 && typed.Length == 0 && verb is not (StepKeys.More or StepKeys.MoreGroup)) || (verb == StepKeys.Out && at == key))
        {
            return null;
        }

        var field = fields.FirstOrDefault(candidate => candidate.Path == path);
        var by = Choice<ConditionOperator>(key + StepKeys.Operator);
        if (path.Length == 0)
        {
            errors.Add((key + StepKeys.Field, "Select what is compared"));
        }
        else if (field is not null && !field.Operators.Contains(by))
        {
            errors.Add((key + StepKeys.Operator, $"“{field.Label}” cannot be compared by “{Steps.OperatorWords.Of(by)}”"));
        }

        var (values, problem) = ConditionValues.Read(field, by, typed);
        if (problem is not null && path.Length > 0)
        {
            errors.Add((key + StepKeys.Value, problem));
        }

        return new Condition { Field = path, Operator = by, Values = [.. values] };
    }

    private JsonArray Cases(string key)
    {
        List<SwitchCase> cases = [];
        for (var row = 0; row < MostRows && form.ContainsKey(StepKeys.Row(key, row) + StepKeys.Name); row++)
        {
            var at = StepKeys.Row(key, row);
            var one = new SwitchCase { Name = Line(at + StepKeys.Name), When = Group(StepKeys.When(at), isRequired: false, MostDepth) };
            if ((verb == StepKeys.Out && this.at == at) || (one.Name.Length == 0 && one.When.IsEmpty && verb != StepKeys.More))
            {
                continue;
            }

            if (one.Name.Length == 0)
            {
                errors.Add((at + StepKeys.Name, "Enter a name for this way"));
            }
            else if (cases.Exists(other => other.Name == one.Name))
            {
                errors.Add((at + StepKeys.Name, $"“{one.Name}” is there twice"));
            }

            cases.Add(one);
        }

        if (verb == StepKeys.More && at == key)
        {
            cases.Add(new SwitchCase { When = new ConditionGroup { Conditions = [new Condition()] } });
        }

        return JsonSerializer.SerializeToNode(cases, PortalJson.Compact)!.AsArray();
    }

    private JsonArray Buttons(string key)
    {
        List<DecisionButton> buttons = [];
        for (var row = 0; row < MostRows && form.ContainsKey(StepKeys.Row(key, row) + StepKeys.Name); row++)
        {
            var at = StepKeys.Row(key, row);
            var button = new DecisionButton
            {
                Name = Line(at + StepKeys.Name),
                Meaning = Choice<DecisionMeaning>(at + StepKeys.Meaning),
                NeedsComment = form[at + StepKeys.NeedsComment].Contains("true"),
            };
            if (button.Name.Length > 0 && buttons.Exists(other => other.Name == button.Name))
            {
                errors.Add((at + StepKeys.Name, $"“{button.Name}” is there twice"));
            }

            if (button.Name.Length > 0)
            {
                buttons.Add(button);
            }
        }

        return JsonSerializer.SerializeToNode(buttons, PortalJson.Compact)!.AsArray();
    }

    private JsonObject NamedTexts(ActivityProperty property, string key)
    {
        JsonObject texts = [];
        for (var row = 0; row < MostRows && form.ContainsKey(StepKeys.Row(key, row) + StepKeys.Name); row++)
        {
            var at = StepKeys.Row(key, row);
            var (name, text) = (Line(at + StepKeys.Name), Template(property, at + StepKeys.Text, Text(at + StepKeys.Text)));
            if (name.Length == 0 && text.Length > 0)
            {
                errors.Add((at + StepKeys.Name, "Enter a name for this text"));
            }
            else if (name.Length > 0)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    private T Choice<T>(string key) where T : struct, Enum => Enum.TryParse<T>(Line(key), out var value) && Enum.IsDefined(value) ? value : default;

    private string Line(string key) => Text(key).Replace('\n', ' ').Trim();

    private string Text(string key) => form[key].ToString().ReplaceLineEndings("\n").Replace('\0', ' ').Trim();

    private static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => text.Replace('\0', ' ').Trim()).Where(text => text.Length > 0).Distinct().Select(text => (JsonNode)JsonValue.Create(text))];
}

/// <summary>What came of reading a step's form.</summary>
/// <param name="Errors">What is wrong, by field.</param>
/// <param name="Verb">The button that was pressed; empty for saving.</param>
/// <param name="At">What that button is about.</param>
internal sealed record StepFormResult(IReadOnlyList<(string Key, string Message)> Errors, string Verb, string At)
{
    /// <summary>True when the form is to be saved, not only changed.</summary>
    public bool IsSaving => Verb.Length == 0;
}
