using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Text in Markdown.</summary>
internal sealed class MarkdownFieldEditor : IFieldEditor
{
    public string Field => nameof(MarkdownField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new MarkdownBox(place.Key, place.Name, place.Label, place.Hint, value.ReadText(nameof(MarkdownField.Markdown)), Rows: 6)
        {
            IsPreviewed = form?.Button.Is(FormAction.Preview, place.Key) == true,
        });

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteText(nameof(MarkdownField.Markdown), form.Text(place.Key));
        return Task.CompletedTask;
    }
}

/// <summary>A box for Markdown, for a field or for the body of an item.</summary>
internal sealed record MarkdownBox(string Key, string FieldName, string Label, string? Hint, string Value, int Rows, string? LabelClass = "govuk-label--s", string? PartName = null)
    : FormBox(Key, "/Content/Editing/Fields/Markdown.cshtml")
{
    /// <summary>Whether the form shows how the text will look.</summary>
    public bool IsPreviewed { get; init; }

    public override string Marker => PartName ?? Key;

    public override string Name => FieldName;

    public override Reading Reading => new() { Markdown = Value };

    public override string EditableText => Value;
}
