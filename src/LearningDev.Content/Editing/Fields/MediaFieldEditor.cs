using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Media;
using LearningDev.Content.Media.Browsing;
using LearningDev.Content.Media.Checking;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Files of the media library with their alternative texts, found by words; who may add files to the library can do so here.</summary>
internal sealed class MediaFieldEditor(MediaLibrary library, MediaListing listing, FileCheck check, RolePermissions permissions, CurrentPerson person) : IFieldEditor
{
    private const string Paths = nameof(MediaField.Paths);
    private const string Texts = nameof(MediaField.MediaTexts);
    private const string AddedFolder = "added";
    private const int MostFound = 12;

    public string Field => nameof(MediaField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var chosen = FieldCheck.Read<MediaField>(value);
        var files = await listing.ByPathsAsync([.. chosen.Paths.Distinct()], cancellation);
        List<MediaRow> rows = [.. chosen.Paths.Select((path, index) => new MediaRow(path, chosen.MediaTexts.ElementAtOrDefault(index) ?? "") { File = files.GetValueOrDefault(path) })];
        var words = form?.Text(MediaBox.FindKey(place.Key)) ?? "";
        var asked = form?.Button is { Name: FormAction.MoreRows } button && button.Key == place.Key;
        var found = asked ? await listing.FindAsync(new MediaQuery("", words, null, null, 1, MostFound) { SearchesAll = true }, cancellation) : null;
        return new MediaBox(
            place, rows, words, found, place.Settings<MediaFieldSettings>().Multiple, await permissions.MayAsync(person.Principal, ContentModule.ManageMedia.Name));
    }

    public async Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var texts = form.Row(MediaBox.TextKey(place.Key));
        var rows = form.Button.Apply(
            place.Key, form.Row(place.Key).Select((path, index) => new MediaRow(path, texts.ElementAtOrDefault(index) ?? "")).ToList());
        rows.RemoveAll(row => row.Path.Length == 0);
        if (form.File(MediaBox.FileKey(place.Key)) is { } file && await UploadAsync(place, form, file, cancellation) is { } uploaded)
        {
            rows.Add(uploaded);
        }

        if (!place.Settings<MediaFieldSettings>().Multiple && rows.Count > 1)
        {
            // What is chosen last takes the place of what was there.
            rows = [rows[^1]];
        }

        rows = await DescribeAsync(place, form, rows, cancellation);
        value.WriteList(Paths, [.. rows.Select(row => row.Path)]);
        var current = FieldCheck.Read<MediaField>(value).MediaTexts;
        if (!current.SequenceEqual(rows.Select(row => row.Text)) && (current.Count > 0 || rows.Exists(row => row.Text.Length > 0)))
        {
            value[Texts] = new JsonArray([.. rows.Select(row => (JsonNode)row.Text)]);
        }
    }

    // A picture without words of its own here has those of the library; one that nobody has described is refused (WCAG 2.2, 1.1.1).
    private async Task<List<MediaRow>> DescribeAsync(FieldPlace place, PostedForm form, List<MediaRow> rows, CancellationToken cancellation)
    {
        var files = await listing.ByPathsAsync([.. rows.Where(row => row.Text.Length == 0).Select(row => row.Path).Distinct()], cancellation);
        List<MediaRow> described = [];
        foreach (var row in rows)
        {
            var file = row.Text.Length == 0 ? files.GetValueOrDefault(row.Path) : null;
            if (file is { IsDescribed: false })
            {
                form.Refuse(place.Key, $"Enter what {file.Name} shows, or mark it in the media library as only decorating");
            }

            described.Add(file is { Kind: MediaKind.Picture } ? row with { Text = file.AlternativeText } : row);
        }

        return described;
    }

    private async Task<MediaRow?> UploadAsync(FieldPlace place, PostedForm form, IFormFile file, CancellationToken cancellation)
    {
        var key = MediaBox.FileKey(place.Key);
        if (!await permissions.MayAsync(person.Principal, ContentModule.ManageMedia.Name))
        {
            form.Refuse(key, "You may not add files to the library. Choose one that is there");
            return null;
        }

        var text = form.Text(MediaBox.FileTextKey(place.Key));
        var decorates = form.Chosen(MediaBox.DecoratesKey(place.Key)).Contains("true");
        if (FileKind.Of(file.FileName)?.Kind == MediaKind.Picture && text.Length == 0 && !decorates)
        {
            form.Refuse(MediaBox.FileTextKey(place.Key), "Enter what the picture shows, or tick that it only decorates. Then choose the file again");
            return null;
        }

        if (text.Length > MediaFile.AlternativeTextLength)
        {
            form.Refuse(MediaBox.FileTextKey(place.Key), $"What the picture shows must be {MediaFile.AlternativeTextLength} characters or fewer. Then choose the file again");
            return null;
        }

        try
        {
            await using var content = file.OpenReadStream();
            await using var safe = await check.CheckAsync(file.FileName, content, anyPicture: true, cancellation);
            var words = new MediaWords(decorates ? "" : text, decorates);
            return new MediaRow((await library.AddAsync(safe, file.FileName, AddedFolder, words, cancellation)).Path, decorates ? "" : text);
        }
        catch (MediaRefusedException refused)
        {
            form.Refuse(key, refused.Message.TrimEnd('.'));
            return null;
        }
    }
}

/// <summary>A file of the field.</summary>
internal sealed record MediaRow(string Path, string Text)
{
    /// <summary>The file; null when the library does not have it any more.</summary>
    public MediaFile? File { get; init; }
}

/// <summary>A box for files.</summary>
/// <param name="Place">The field.</param>
/// <param name="Rows">The files that are chosen.</param>
/// <param name="LookedFor">What files were looked for by.</param>
/// <param name="Found">The files that were found; null while nobody has looked.</param>
/// <param name="IsMultiple">True when several may be chosen.</param>
/// <param name="MayUpload">True for who may add files to the library.</param>
internal sealed record MediaBox(FieldPlace Place, IReadOnlyList<MediaRow> Rows, string LookedFor, MediaPageOfFiles? Found, bool IsMultiple, bool MayUpload)
    : FieldBox(Place, "/Content/Editing/Fields/Media.cshtml")
{
    public override Reading Reading => new([.. Rows.Where(row => row.Path.Length > 0).Select(row => row.Text.Length > 0 ? $"{row.Path}: {row.Text}" : row.Path)]);

    public string RowId(int row) => $"{Id}-{row + 1}";

    public static string TextKey(string key) => $"{key}.Text";

    public static string FindKey(string key) => $"{key}.Find";

    public static string FileKey(string key) => $"{key}.File";

    public static string FileTextKey(string key) => $"{key}.FileText";

    public static string DecoratesKey(string key) => $"{key}.FileDecorates";
}
