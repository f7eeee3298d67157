using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Text: one line, several lines, or one choice of a list.</summary>
internal sealed class TextFieldEditor : IFieldEditor
{
    public string Field => nameof(TextField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var text = value.ReadText(nameof(TextField.Text));
        if (TextFieldKind.IsList(place.Field))
        {
            var choices = TextFieldKind.Options(place.Field).Select(option => new SelectListItem(option.Name, option.Value)).ToList();
            return Task.FromResult<FormBox>(new ChoiceBox(place, ChoiceBox.With(choices, text), text));
        }

        return Task.FromResult<FormBox>(
            new TextBox(place, text, place.Field.FieldSettings.Editor == "TextArea", place.Settings<TextFieldSettings>().MaximumLength));
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteText(nameof(TextField.Text), form.Text(place.Key));
        return Task.CompletedTask;
    }
}

/// <summary>A box for text.</summary>
/// <param name="Place">The field.</param>
/// <param name="Value">The text.</param>
/// <param name="HasLines">Whether it may have several lines.</param>
/// <param name="MaximumLength">The greatest number of characters; 0 for no limit.</param>
internal sealed record TextBox(FieldPlace Place, string Value, bool HasLines, int MaximumLength)
    : FieldBox(Place, "/Content/Editing/Fields/TextField.cshtml")
{
    public override Reading Reading => Reading.Of(Value);

    public override string EditableText => Value;

    public override bool IsOneLine => !HasLines;
}
