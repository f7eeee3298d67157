using LearningDev.Content.Editing.Forms;

namespace LearningDev.Content.Editing.Fields.Picking;

/// <summary>A box for one or several out of very many: what is chosen by name, and a search for more.</summary>
/// <param name="Place">The field.</param>
/// <param name="Chosen">What is chosen, in order.</param>
/// <param name="IsMultiple">Whether there may be several.</param>
internal sealed record PickerBox(FieldPlace Place, IReadOnlyList<Pick> Chosen, bool IsMultiple)
    : FieldBox(Place, "/Content/Editing/Fields/Picking/Picker.cshtml")
{
    /// <summary>The words that were searched for; empty when nothing was.</summary>
    public string Searched { get; init; } = "";

    /// <summary>What was found; null when nothing was searched for.</summary>
    public PickMatches? Found { get; init; }

    public override Reading Reading => new([.. Chosen.Select(pick => pick.Name)]);

    public override string Comparable => string.Join('\n', Chosen.Select(pick => pick.Id));

    public override IReadOnlyList<string>? Joinable => IsMultiple ? [.. Chosen.Select(pick => pick.Id)] : null;

    /// <summary>Where the script searches.</summary>
    public string Address => PickingApi.Address(Place);

    /// <summary>What the search is for, as its label says.</summary>
    public string SearchLabel => IsMultiple ? "Search for more to add" : Chosen.Count > 0 ? "Search for another" : "Search by name";

    public static string WordsKey(string key) => $"{key}.Search";

    /// <summary>The box as the form shows it: after Find was pressed with what was found.</summary>
    public static async Task<PickerBox> ShowAsync(
        IPicker picker, FieldPlace place, IReadOnlyList<Pick> chosen, bool isMultiple, PostedForm? form, CancellationToken cancellation)
    {
        var box = new PickerBox(place, chosen, isMultiple);
        return form?.Button.Is(FormAction.Find, place.Key) == true && form.Text(WordsKey(place.Key)) is { Length: > 0 } words
            ? box with { Searched = words, Found = await picker.FindAsync(place, words, cancellation) }
            : box;
    }

    /// <summary>What is chosen after the button was used. Of what was found the last replaces what was chosen, where there may be only one.</summary>
    public static IReadOnlyList<string> Read(FieldPlace place, PostedForm form, bool isMultiple)
    {
        List<string> ids = [.. form.Button.Apply(place.Key, form.Row(place.Key)).Where(id => id.Length > 0).Distinct()];
        return isMultiple || ids.Count < 2 ? ids : [ids[^1]];
    }
}
