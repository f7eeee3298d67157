using System.Text.Json.Nodes;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Forms;

/// <summary>How a form shows a kind of field, and how it reads what was filled in.</summary>
internal interface IFieldEditor
{
    /// <summary>The kind of field, for example "TextField".</summary>
    string Field { get; }

    /// <summary>Makes the box.</summary>
    /// <param name="place">The field.</param>
    /// <param name="value">The field's JSON; empty when the item does not have it.</param>
    /// <param name="form">What was sent, when the form comes back.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation);

    /// <summary>Writes what was filled in into the field's JSON. Properties that the editor does not know stay.</summary>
    Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation);
}

/// <summary>How a form shows a part that is more than its fields, and how it reads what was filled in.</summary>
internal interface IPartEditor
{
    /// <summary>The part, for example "TitlePart".</summary>
    string Part { get; }

    /// <summary>Makes the box.</summary>
    Task<FormBox> ShowAsync(PartPlace place, ContentItem item, PostedForm? form, CancellationToken cancellation);

    /// <summary>Writes what was filled in into the item. Properties that the editor does not know stay.</summary>
    Task ReadAsync(PartPlace place, ContentItem item, PostedForm form, CancellationToken cancellation);
}
