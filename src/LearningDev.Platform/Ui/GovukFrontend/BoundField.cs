using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// A form field's name, id, value and error, from the model and the model state. What a person typed wins over the model, so that
/// nothing typed is lost when the form comes back.
/// </summary>
internal sealed class BoundField
{
    private readonly ModelExpression? _expression;
    private readonly ModelStateDictionary _modelState;
    private readonly ModelStateEntry? _entry;

    public BoundField(ViewContext view, ModelExpression? expression, string? name, string? id)
    {
        _expression = expression;
        _modelState = view.ViewData.ModelState;
        Name = name ?? (expression is null ? null : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name));
        Id = id ?? (Name is null ? null : IdOf(Name));
        _entry = Name is null ? null : _modelState[Name];
        if (Name is not null && Id is not null)
        {
            FieldIds.Of(view)[Name] = Id;
        }
    }

    public string? Name { get; }

    public string? Id { get; }

    /// <summary>What the model calls the field, to fall back on where the view gives no label.</summary>
    public string? DisplayName => _expression?.Metadata.WordedName();

    /// <summary>The first thing that is wrong with the field.</summary>
    public string? Error => _entry is null ? null : Errors(_entry).FirstOrDefault();

    public bool IsBoolean => _expression?.ModelExplorer.ModelType == typeof(bool);

    public object? Model => _expression?.Model;

    /// <summary>Whether the form has come back with something for the field.</summary>
    public bool IsAttempted => _entry?.RawValue is not null;

    /// <summary>What was typed; else the value that the view gives; else the model's.</summary>
    public string? Value(string? given) => _entry?.AttemptedValue ?? given ?? Text(Model);

    /// <summary>All that was chosen; else what the view gives; else the model's.</summary>
    public IReadOnlyList<string> Values(IEnumerable<string>? given) =>
        _entry?.RawValue is not null ? Texts(_entry.RawValue) : given?.ToList() ?? Texts(Model);

    /// <summary>What was typed into a field whose name follows this one's and a dot.</summary>
    public string? AttemptedPart(string part) => _modelState[$"{Name}.{part}"]?.AttemptedValue;

    /// <summary>The id that a field has by its name, as ASP.NET Core makes it: "Input.Title" becomes "Input_Title".</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The messages of all errors of a field.</summary>
    public static IEnumerable<string> Errors(ModelStateEntry entry) => entry.Errors.Select(error =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "Check this answer: it cannot be read" : error.ErrorMessage);

    private string? Text(object? value) => value switch
    {
        null => null,
        bool boolean => boolean ? "true" : "false",
        _ when _expression?.Metadata.EditFormatString is { Length: > 0 } format => string.Format(CultureInfo.CurrentCulture, format, value),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };

    private List<string> Texts(object? value) =>
        (value is string or not IEnumerable ? [value] : ((IEnumerable)value).Cast<object?>()).Select(Text).OfType<string>().ToList();
}
