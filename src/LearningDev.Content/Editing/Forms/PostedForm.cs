using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Content.Editing.Forms;

/// <summary>What an editor sent: the values by name, what of them cannot be read, and what must be shown again as it was typed.</summary>
/// <param name="form">What was sent.</param>
/// <param name="asked">The boxes that were asked; null to trust what the form says of itself, because whoever sent it may change all of the item.</param>
internal sealed class PostedForm(IFormCollection form, IReadOnlyCollection<string>? asked = null)
{
    /// <summary>The name of the hidden inputs that list the boxes that the form had; others are not touched.</summary>
    public const string Shown = "shown";

    /// <summary>The name of the buttons.</summary>
    public const string Action = "action";

    /// <summary>The name of the hidden input with the id of the form itself (<see cref="Unsaved.OpenForm"/>).</summary>
    public const string FormId = "FormId";

    /// <summary>The name of the hidden input with the version that the editor began from.</summary>
    public const string VersionId = "VersionId";

    /// <summary>The name of the hidden input with how often that version had been saved.</summary>
    public const string Revision = "Revision";

    private readonly HashSet<string> shown = [.. form[Shown].OfType<string>().Where(key => asked is null || asked.Contains(key))];
    private readonly Dictionary<string, string> typed = [];
    private readonly List<ContentError> errors = [];

    public IReadOnlyList<ContentError> Errors => errors;

    /// <summary>Everything that was sent, by name.</summary>
    public IFormCollection Fields => form;

    /// <summary>The form's own id; a new one when what was sent has none.</summary>
    public string Id { get; } = form[FormId].FirstOrDefault() is { } id && OpenFormsApi.IdShape().IsMatch(id) ? id : Identifiers.New();

    /// <summary>The version that the editor began from.</summary>
    public VersionMark ReadAs => new(form[VersionId].FirstOrDefault() ?? "", int.TryParse(form[Revision].FirstOrDefault(), out var revision) ? revision : 0);

    public bool Has(string key) => shown.Contains(key);

    /// <summary>Which button was used, in the words of <see cref="FormAction"/>.</summary>
    public FormAction Button => FormAction.Read(form[Action].FirstOrDefault());

    /// <summary>A value without surrounding space, with line ends as the portal keeps them.</summary>
    public string Text(string name) => form[name].FirstOrDefault()?.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary>All values of a name, empty ones too.</summary>
    public List<string> Row(string name) => [.. form[name].Select(value => value?.Trim() ?? "")];

    /// <summary>All values of a name but empty ones, each once.</summary>
    public List<string> Chosen(string name) => [.. Row(name).Where(value => value.Length > 0).Distinct()];

    public IFormFile? File(string name) => form.Files.GetFile(name) is { Length: > 0 } file ? file : null;

    /// <summary>A value that is shown again as it was typed, because it may not fit into the item.</summary>
    public string Typed(string name)
    {
        typed[name] = form[name].FirstOrDefault() ?? "";
        return typed[name].Trim();
    }

    /// <summary>Says that what was typed cannot be read.</summary>
    public void Refuse(string key, string message) => errors.Add(new ContentError(key, message));

    /// <summary>Lets the fields of the page show what was typed.</summary>
    public void Keep(ModelStateDictionary state)
    {
        foreach (var (name, value) in typed)
        {
            state.SetModelValue(name, value, value);
            if (state.GetFieldValidationState(name) == ModelValidationState.Unvalidated)
            {
                state.MarkFieldValid(name);
            }
        }
    }
}

/// <summary>What a button of the form asks for: to save, to publish, or something of one box, after which the form is shown again.</summary>
/// <param name="Name">One of the names here.</param>
/// <param name="Key">The box that it is about; empty for the others.</param>
/// <param name="Row">The row that moves or goes, from 0.</param>
internal sealed record FormAction(string Name, string Key = "", int Row = 0)
{
    public const string Save = "save";
    public const string Publish = "publish";
    public const string MoreRows = "more";
    public const string MoveUp = "up";
    public const string TakeOut = "out";
    public const string Find = "find";
    public const string Preview = "preview";

    public static FormAction Read(string? text)
    {
        var parts = (text ?? Save).Split(' ');
        return new FormAction(parts[0], parts.ElementAtOrDefault(1) ?? "", int.TryParse(parts.ElementAtOrDefault(2), out var row) ? row : 0);
    }

    /// <summary>Whether the button asks for something of a box.</summary>
    public bool Is(string name, string key) => Name == name && Key == key;

    /// <summary>The rows of a box after the button was used.</summary>
    public List<T> Apply<T>(string key, List<T> rows)
    {
        if (Key == key && Name == MoveUp && Row > 0 && Row < rows.Count)
        {
            (rows[Row - 1], rows[Row]) = (rows[Row], rows[Row - 1]);
        }
        else if (Key == key && Name == TakeOut && Row >= 0 && Row < rows.Count)
        {
            rows.RemoveAt(Row);
        }

        return rows;
    }

    /// <summary>How many empty rows a box shows after its filled ones.</summary>
    public static int EmptyRows(PostedForm? form, string key) => form?.Button is { Name: MoreRows } more && more.Key == key ? 3 : 1;

    public override string ToString() => Key.Length == 0 ? Name : $"{Name} {Key} {Row}";
}
