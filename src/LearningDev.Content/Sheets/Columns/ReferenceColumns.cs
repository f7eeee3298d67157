using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>Terms of a taxonomy by name.</summary>
internal sealed class TermsColumn(FieldPlace place) : FieldColumn(place)
{
    private const string Terms = nameof(TaxonomyField.TermContentItemIds);

    private readonly TaxonomyFieldSettings settings = place.Settings<TaxonomyFieldSettings>();

    public override string Form => settings.Unique ? "The name of a term" : "Names of terms, with semicolons between them";

    public override bool IsOneChoice => settings.Unique;

    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) =>
        await words.TaxonomyAsync(settings.TaxonomyContentItemId) is { } taxonomy ? [.. taxonomy.Terms.Select(term => NameOf(taxonomy, term.Id))] : [];

    protected override async ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words)
    {
        var taxonomy = await words.TaxonomyAsync(settings.TaxonomyContentItemId);
        return new SheetCell(SheetList.Join(value.ReadList(Terms).Select(id => NameOf(taxonomy, id))));
    }

    protected override async ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var current = value.ReadList(Terms);
        if (await words.TaxonomyAsync(settings.TaxonomyContentItemId) is not { } taxonomy)
        {
            return "The taxonomy of this field is not in the portal";
        }

        List<string> ids = [];
        foreach (var word in SheetList.Split(Text(cell)))
        {
            var found = taxonomy.Terms.Where(term => term.Id == word).ToList() is [_, ..] byId
                ? byId
                : [.. taxonomy.Terms.Where(term => string.Equals(term.Name.Trim(), word, StringComparison.OrdinalIgnoreCase))];
            if (found.Count == 0 && !current.Contains(word))
            {
                return $"{taxonomy.Name} has no term “{word}”";
            }

            if (found.Count > 1)
            {
                return $"{taxonomy.Name} has several terms “{word}”. Write its id: {string.Join(" or ", found.Select(term => term.Id))}";
            }

            ids.Add(found.Count == 0 ? word : found[0].Id);
        }

        if (ids.Count > 0 && value.ReadText(nameof(TaxonomyField.TaxonomyContentItemId)).Length == 0)
        {
            value[nameof(TaxonomyField.TaxonomyContentItemId)] = taxonomy.Id;
        }

        value.WriteSet(Terms, [.. ids.Distinct()]);
        return null;
    }

    private static string NameOf(Taxonomies.Taxonomy? taxonomy, string id) =>
        taxonomy?.Terms.FirstOrDefault(term => term.Id == id) is { } term
        && taxonomy.Terms.Count(other => string.Equals(other.Name.Trim(), term.Name.Trim(), StringComparison.OrdinalIgnoreCase) || other.Id == term.Name) == 1
            ? term.Name.Trim()
            : id;
}

/// <summary>Other items by title, id or alias.</summary>
internal sealed class ItemsColumn(FieldPlace place) : FieldColumn(place)
{
    private const string Ids = nameof(ContentPickerField.ContentItemIds);

    private readonly ContentPickerFieldSettings settings = place.Settings<ContentPickerFieldSettings>();

    public override string Form => settings.Multiple ? "Titles, with semicolons between them; where several items have a title, their ids" : "The title; where several items have it, the id";

    public override bool IsOneChoice => !settings.Multiple;

    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) =>
        settings.DisplayedContentTypes.Count == 0 ? [] : await words.TitlesAsync(settings.DisplayedContentTypes, cancellation);

    public override void Ask(SheetCell cell, SheetQuestions questions) => questions.Items.UnionWith(Words(cell));

    protected override void Ask(JsonObject value, SheetQuestions questions) => questions.Items.UnionWith(value.ReadList(Ids));

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(SheetList.Join(value.ReadList(Ids).Select(id => words.NameOfItem(id, settings.DisplayedContentTypes)))));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var current = value.ReadList(Ids);
        List<string> ids = [];
        foreach (var word in Words(cell))
        {
            var found = words.ItemsOf(word, settings.DisplayedContentTypes);
            if (found.Count == 0 && !current.Contains(word))
            {
                return new($"There is no item “{word}” that can be chosen here");
            }

            // Of several with one title, the one that is chosen already is meant.
            var meant = found.Count > 1 && found.Where(current.Contains).ToList() is [var chosen] ? chosen : found.Count == 0 ? word : found[0];
            if (found.Count > 1 && !current.Contains(meant))
            {
                return new($"Several items are called “{word}”. Write its id: {string.Join(" or ", found.Take(5))}");
            }

            ids.Add(meant);
        }

        value.WriteList(Ids, [.. ids.Distinct()]);
        return new((string?)null);
    }

    private List<string> Words(SheetCell cell)
    {
        var text = Text(cell);
        var several = SheetList.Split(text);

        // Where there is one only, a semicolon is a part of its title.
        return settings.Multiple || several.Count < 2 ? several : [text];
    }
}

/// <summary>People by user name, e-mail address or id.</summary>
internal sealed class PeopleColumn(FieldPlace place) : FieldColumn(place)
{
    private const string Ids = nameof(UserPickerField.UserIds);

    public override string Form => Place.Settings<UserPickerFieldSettings>().Multiple
        ? "User names or e-mail addresses, with semicolons between them"
        : "A user name or an e-mail address";

    public override void Ask(SheetCell cell, SheetQuestions questions) => questions.People.UnionWith(SheetList.Split(Text(cell)));

    protected override void Ask(JsonObject value, SheetQuestions questions) => questions.People.UnionWith(value.ReadList(Ids));

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(SheetList.Join(value.ReadList(Ids).Select(words.NameOfPerson))));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var current = value.ReadList(Ids);
        List<string> ids = [];
        foreach (var word in SheetList.Split(Text(cell)))
        {
            var found = words.PeopleOf(word);
            if (found.Count == 0 && !current.Contains(word))
            {
                return new($"Nobody has the user name or e-mail address “{word}”");
            }

            if (found.Count > 1)
            {
                return new($"Several people have the e-mail address “{word}”. Write the user name");
            }

            ids.Add(found.Count == 0 ? word : found[0]);
        }

        value.WriteList(Ids, [.. ids.Distinct()]);
        return new((string?)null);
    }
}

/// <summary>Files of the media library by path.</summary>
internal sealed class FilesColumn(FieldPlace place) : FieldColumn(place)
{
    private const string Paths = nameof(MediaField.Paths);

    public override string Form => Place.Settings<MediaFieldSettings>().Multiple ? "Paths in the media library, with semicolons between them" : "A path in the media library";

    public override void Ask(SheetCell cell, SheetQuestions questions) => questions.Files.UnionWith(Words(cell));

    protected override void Ask(JsonObject value, SheetQuestions questions) => questions.Files.UnionWith(value.ReadList(Paths));

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) => new(new SheetCell(SheetList.Join(value.ReadList(Paths))));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var current = value.ReadList(Paths);
        List<string> paths = [];
        foreach (var word in Words(cell))
        {
            if (current.Contains(word))
            {
                paths.Add(word);
            }
            else if (words.FileOf(word) is { } path)
            {
                paths.Add(path);
            }
            else
            {
                return new($"The media library has no file “{word}”");
            }
        }

        value.WriteList(Paths, [.. paths.Distinct()]);
        return new((string?)null);
    }

    private static IEnumerable<string> Words(SheetCell cell) => SheetList.Split(Text(cell)).Select(path => path.StartsWith("/media/", StringComparison.OrdinalIgnoreCase) ? path[7..] : path.TrimStart('/'));
}

/// <summary>The alternative texts of a field's files, in the order of the files.</summary>
internal sealed class FileTextsColumn(FieldPlace place) : FieldColumn(place, Texts, "alternative texts")
{
    private const string Texts = nameof(MediaField.MediaTexts);

    public override string Form => "What each file shows, in the order of the files, with semicolons between them";

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(FieldCheck.Read<MediaField>(value).MediaTexts is var texts && texts.Exists(text => text.Length > 0) ? SheetList.Join(texts) : ""));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var texts = SheetList.Split(Text(cell), keepEmpty: true);
        if (!FieldCheck.Read<MediaField>(value).MediaTexts.SequenceEqual(texts))
        {
            value[Texts] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        }

        return new((string?)null);
    }
}
