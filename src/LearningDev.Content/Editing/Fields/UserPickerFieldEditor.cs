using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Fields;

/// <summary>People, chosen from lists of their names. Who has left is offered only where already chosen, and marked.</summary>
internal sealed class UserPickerFieldEditor(PortalDb db, TimeProvider time) : IFieldEditor
{
    public string Field => nameof(UserPickerField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var chosen = value.ReadList(nameof(UserPickerField.UserIds));
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var people = await db.Users.AsNoTracking()
            .Where(person => person.LeavesOn == null || person.LeavesOn >= today || chosen.Contains(person.Id))
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName)
            .Select(person => new { person.Id, person.GivenName, person.FamilyName, person.JobTitle, HasLeft = person.LeavesOn < today })
            .ToListAsync(cancellation);
        var choices = ChoiceBox.With(
            [.. people.Select(person => new SelectListItem(Words(person.GivenName, person.FamilyName, person.JobTitle, person.HasLeft), person.Id))], chosen);
        return new RowsBox(place, choices, chosen, place.Settings<UserPickerFieldSettings>().Multiple, FormAction.EmptyRows(form, place.Key));
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var rows = form.Button.Apply(place.Key, form.Row(place.Key));
        value.WriteList(nameof(UserPickerField.UserIds), [.. rows.Where(id => id.Length > 0).Distinct()]);
        return Task.CompletedTask;
    }

    private static string Words(string givenName, string familyName, string jobTitle, bool hasLeft)
    {
        var name = familyName.Length == 0 ? givenName : $"{familyName}, {givenName}";
        return hasLeft ? $"{name} (has left)" : jobTitle.Length == 0 ? name : $"{name} ({jobTitle})";
    }
}
