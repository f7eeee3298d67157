using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;

namespace LearningDev.Content.Fields;

/// <summary>A kind of field: what it accepts, how a form shows it and how it is read from the form.</summary>
public interface IContentField
{
    /// <summary>The kind's name in definitions, for example "TextField".</summary>
    string Name { get; }

    /// <summary>Checks a value against the field's settings.</summary>
    /// <param name="field">The field's definition.</param>
    /// <param name="value">The field's JSON; null when the item does not have it.</param>
    /// <param name="required">True when a required field may not be empty.</param>
    /// <returns>What is wrong, as a person reads it beside the field; null when nothing is.</returns>
    string? Check(ContentFieldDefinition field, JsonObject? value, bool required);

    /// <summary>The words of a value that full-text search finds the item by.</summary>
    string SearchText(ContentFieldDefinition field, JsonObject? value);

    /// <summary>The values by which people narrow searches; null where the kind is not for that.</summary>
    IReadOnlyList<string>? FacetValues(ContentFieldDefinition field, JsonObject? value) => null;
}
