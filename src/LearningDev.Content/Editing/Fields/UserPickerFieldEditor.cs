using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Platform.People;

namespace LearningDev.Content.Editing.Fields;

/// <summary>People, found by words of their names. Who has left is not found, but stays where already chosen, and is marked.</summary>
internal sealed class UserPickerFieldEditor(Colleagues colleagues) : IFieldEditor, IPicker
{
    public string Field => nameof(UserPickerField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var ids = value.ReadList(nameof(UserPickerField.UserIds));
        var here = (await colleagues.FindAllAsync(ids, cancellation)).ToDictionary(person => person.Id);
        List<string> others = [.. ids.Where(id => !here.ContainsKey(id))];
        var names = await colleagues.NamesAsync(others, cancellation);
        List<Pick> chosen = [.. ids.Select(id => here.TryGetValue(id, out var person) ? Of(person) : new Pick(id, names.GetValueOrDefault(id) ?? id, "has left"))];
        return await PickerBox.ShowAsync(this, place, chosen, place.Settings<UserPickerFieldSettings>().Multiple, form, cancellation);
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteList(nameof(UserPickerField.UserIds), PickerBox.Read(place, form, place.Settings<UserPickerFieldSettings>().Multiple));
        return Task.CompletedTask;
    }

    public async Task<PickMatches> FindAsync(FieldPlace place, string words, CancellationToken cancellation)
    {
        var found = await colleagues.SearchAsync(words, PickMatches.Most, except: null, cancellation);
        return new PickMatches([.. found.People.Select(Of)], found.HasMore);
    }

    private static Pick Of(Colleague person) => new(person.Id, person.FullName, person.Place);
}
