using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Media;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Files of the media library with their alternative texts; who may add files to the library can do so here.</summary>
internal sealed class MediaFieldEditor(MediaLibrary library, RolePermissions permissions, CurrentPerson person) : IFieldEditor
{
    private const string Paths = nameof(MediaField.Paths);
    private const string Texts = nameof(MediaField.MediaTexts);

    public string Field => nameof(MediaField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var files = FieldCheck.Read<MediaField>(value);
        var isMultiple = place.Settings<MediaFieldSettings>().Multiple;
        List<MediaRow> rows = [.. files.Paths.Select((path, index) => new MediaRow(path, files.MediaTexts.ElementAtOrDefault(index) ?? ""))];
        if (isMultiple || rows.Count == 0)
        {
            rows.AddRange(Enumerable.Repeat(new MediaRow("", ""), FormAction.EmptyRows(form, place.Key)));
        }

        var choices = (await library.PathsAsync(cancellation)).Select(path => new SelectListItem(path, path)).ToList();
        return new MediaBox(
            place, ChoiceBox.With(choices, files.Paths), rows, isMultiple, await permissions.MayAsync(person.Principal, ContentModule.ManageMedia.Name));
    }

    public async Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var texts = form.Row(MediaBox.TextKey(place.Key));
        var rows = form.Button.Apply(
            place.Key, form.Row(place.Key).Select((path, index) => new MediaRow(path, texts.ElementAtOrDefault(index) ?? "")).ToList());
        rows.RemoveAll(row => row.Path.Length == 0);
        if (form.File(MediaBox.FileKey(place.Key)) is { } file && await UploadAsync(place, form, file, cancellation) is { } uploaded)
        {
            if (!place.Settings<MediaFieldSettings>().Multiple)
            {
                rows.Clear();
            }

            rows.Add(uploaded);
        }

        value.WriteList(Paths, [.. rows.Select(row => row.Path)]);
        var current = FieldCheck.Read<MediaField>(value).MediaTexts;
        if (!current.SequenceEqual(rows.Select(row => row.Text)) && (current.Count > 0 || rows.Exists(row => row.Text.Length > 0)))
        {
            value[Texts] = new JsonArray([.. rows.Select(row => (JsonNode)row.Text)]);
        }
    }

    private async Task<MediaRow?> UploadAsync(FieldPlace place, PostedForm form, IFormFile file, CancellationToken cancellation)
    {
        var key = MediaBox.FileKey(place.Key);
        if (!await permissions.MayAsync(person.Principal, ContentModule.ManageMedia.Name))
        {
            form.Refuse(key, "You may not add files to the library. Choose one that is there");
            return null;
        }

        if (file.Length > MediaLibrary.MaximumLength)
        {
            form.Refuse(key, $"{file.FileName} must be smaller than {MediaLibrary.MaximumLength / 1024 / 1024}MB");
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        var text = form.Text(MediaBox.FileTextKey(place.Key));
        try
        {
            return new MediaRow(await library.AddAsync(file.FileName, bytes.ToArray(), text, cancellation), text);
        }
        catch (MediaRefusedException refused)
        {
            form.Refuse(key, refused.Message.TrimEnd('.'));
            return null;
        }
    }
}

/// <summary>A file of the field.</summary>
internal sealed record MediaRow(string Path, string Text);

/// <summary>A box for files.</summary>
internal sealed record MediaBox(FieldPlace Place, IReadOnlyList<SelectListItem> Choices, IReadOnlyList<MediaRow> Rows, bool IsMultiple, bool MayUpload)
    : FieldBox(Place, "/Content/Editing/Fields/Media.cshtml")
{
    public override Reading Reading => new([.. Rows.Where(row => row.Path.Length > 0).Select(row => row.Text.Length > 0 ? $"{row.Path}: {row.Text}" : row.Path)]);

    public string RowId(int row) => row == 0 ? Id : $"{Id}-{row + 1}";

    public static string TextKey(string key) => $"{key}.Text";

    public static string FileKey(string key) => $"{key}.File";

    public static string FileTextKey(string key) => $"{key}.FileText";
}
