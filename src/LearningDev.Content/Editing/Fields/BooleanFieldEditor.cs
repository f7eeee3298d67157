using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Yes or no, as one checkbox.</summary>
internal sealed class BooleanFieldEditor : IFieldEditor
{
    public string Field => nameof(BooleanField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new BooleanBox(place, FieldCheck.Read<BooleanField>(value).Value));

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var ticked = form.Chosen(place.Key).Count > 0;
        if (ticked != FieldCheck.Read<BooleanField>(value).Value)
        {
            value[nameof(BooleanField.Value)] = ticked;
        }

        return Task.CompletedTask;
    }
}

/// <summary>A box for yes or no.</summary>
internal sealed record BooleanBox(FieldPlace Place, bool Value) : FieldBox(Place, "/Content/Editing/Fields/Boolean.cshtml")
{
    public override Reading Reading => new(Value ? "Yes" : "No");
}
