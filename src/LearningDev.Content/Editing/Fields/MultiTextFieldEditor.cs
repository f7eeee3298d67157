using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Several choices of a list. The list of who may see an item is that of the portal's roles.</summary>
internal sealed class MultiTextFieldEditor(PortalDb db) : IFieldEditor
{
    private const string RolesKey = $"{nameof(VisibilityPart)}.{nameof(VisibilityPart.Roles)}";

    public string Field => nameof(MultiTextField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var values = value.ReadList(nameof(MultiTextField.Values));
        List<SelectListItem> choices =
            [.. place.Settings<MultiTextFieldSettings>().Options.Select(option => new SelectListItem(option.Name, option.Value))];
        if (choices.Count == 0 && place.Key == RolesKey)
        {
            choices = await db.Roles.OrderBy(role => role.Name).Select(role => new SelectListItem(role.Name, role.Name)).ToListAsync(cancellation);
        }

        return new ChoicesBox(place, ChoiceBox.With(choices, values), values);
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteSet(nameof(MultiTextField.Values), form.Chosen(place.Key));
        return Task.CompletedTask;
    }
}
