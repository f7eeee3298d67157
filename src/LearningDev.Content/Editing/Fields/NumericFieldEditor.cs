using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A number. Commas between thousands and a pound sign are understood.</summary>
internal sealed class NumericFieldEditor : IFieldEditor
{
    private const NumberStyles Accepted =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public string Field => nameof(NumericField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new NumberBox(
            place, FieldCheck.Read<NumericField>(value).Value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "",
            place.Settings<NumericFieldSettings>().Scale > 0 ? "decimal" : "numeric"));

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var typed = form.Typed(place.Key).TrimStart('£');
        if (typed.Length == 0)
        {
            value.Remove(nameof(NumericField.Value));
        }
        else if (!decimal.TryParse(typed, Accepted, CultureInfo.InvariantCulture, out var number))
        {
            form.Refuse(place.Key, $"{place.Name} must be a number");
        }
        else if (FieldCheck.Read<NumericField>(value).Value != number)
        {
            value[nameof(NumericField.Value)] = number;
        }

        return Task.CompletedTask;
    }
}

/// <summary>A box for a number.</summary>
internal sealed record NumberBox(FieldPlace Place, string Value, string Keyboard) : FieldBox(Place, "/Content/Editing/Fields/Number.cshtml")
{
    public override Reading Reading => Reading.Of(Value);
}
