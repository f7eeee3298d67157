using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Several choices of a list: of the definition, of the portal's roles for who may see an item, or of a module.</summary>
internal sealed class MultiTextFieldEditor(PortalDb db, ItemVisibility visibility, IEnumerable<IFieldChoices> fieldChoices) : IFieldEditor
{
    public string Field => nameof(MultiTextField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var values = value.ReadList(nameof(MultiTextField.Values));
        List<SelectListItem> choices =
            [.. place.Settings<MultiTextFieldSettings>().Options.Select(option => new SelectListItem(option.Name, option.Value))];
        if (IsOfRoles(place))
        {
            choices = [.. (await RolesAsync(cancellation)).Select(role => new SelectListItem(role, role))];
        }

        else if (choices.Count == 0 && Array.Find([.. fieldChoices], one => one.Key == place.Key) is { } own)
        {
            choices = [.. (await own.AllAsync(cancellation)).Select(choice => new SelectListItem(choice.Name, choice.Value))];
        }

        return new ChoicesBox(place, ChoiceBox.With(choices, values), values);
    }

    public async Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var chosen = form.Chosen(place.Key);
        // A role that the item has may have been removed since; it stays until somebody takes it out.
        if (IsOfRoles(place) && chosen.Except(value.ReadList(nameof(MultiTextField.Values))).ToList() is { Count: > 0 } added
            && added.Except(await RolesAsync(cancellation)).FirstOrDefault() is { } unknown)
        {
            form.Refuse(place.Key, $"There is no role “{unknown}” any more");
            return;
        }

        // Whoever gives an item to others alone would not find it again.
        if (IsOfRoles(place) && !chosen.ToHashSet().SetEquals(value.ReadList(nameof(MultiTextField.Values))) && !(await visibility.ReaderAsync(cancellation)).Sees([.. chosen]))
        {
            form.Refuse(place.Key, "Choose a role that you have too, or you would not find this again. Somebody who sees all restricted content can leave yours out");
            return;
        }

        value.WriteSet(nameof(MultiTextField.Values), chosen);
    }

    private static bool IsOfRoles(FieldPlace place) => place.Key == VisibilityPart.RolesKey && place.Settings<MultiTextFieldSettings>().Options.Count == 0;

    private Task<List<string>> RolesAsync(CancellationToken cancellation) => db.Roles.OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancellation);
}
