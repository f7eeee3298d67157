using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Taxonomies;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>Says which columns a sheet of a content type can have (CMS-02: sheets follow the definitions).</summary>
internal sealed class SheetColumns(ContentDefinitions definitions, PrivateTypes privates, IEnumerable<ISheetField> kinds)
{
    private static readonly string[] LongTexts = ["TextArea"];

    private readonly Dictionary<string, ISheetField> kinds = kinds.ToDictionary(kind => kind.Field);

    /// <summary>The types whose items can be in sheets, by the names that people read.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(CancellationToken cancellation) =>
        [.. (await definitions.GetAsync(cancellation)).Types.Where(type => type.TypeSettings.Listable && !privates.Contains(type.Name)).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];

    /// <summary>The columns of a type; null when there is no such type in the editors' list.</summary>
    public async Task<TypeColumns?> FindAsync(string? typeName, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        return !string.IsNullOrEmpty(typeName) && set.FindType(typeName) is { TypeSettings.Listable: true } type && !privates.Contains(type.Name) ? Columns(set, type) : null;
    }

    /// <summary>Columns of a kind of text: a choice where it is a list.</summary>
    public static SheetColumn OfText(FieldPlace place)
    {
        if (Fields.Kinds.TextFieldKind.IsList(place.Field))
        {
            return new ChoiceColumn(place);
        }

        var most = place.Settings<Fields.TextFieldSettings>().MaximumLength;
        var isLong = LongTexts.Contains(place.Field.FieldSettings.Editor);
        return new TextColumn(place, nameof(Fields.TextField.Text), most > 0 ? $"Text of up to {most} characters" : isLong ? "Text" : "A line of text", canBeKey: !isLong);
    }

    private TypeColumns Columns(DefinitionSet set, ContentTypeDefinition type)
    {
        List<SheetColumn> columns = [new IdColumn()];
        List<string> leftOut = [];
        foreach (var part in type.PartsInOrder)
        {
            if (OfPart(part, set.FindPart(part.PartName)) is { } own)
            {
                columns.Add(own);
            }
            else if (part.PartName == nameof(TaxonomyPart))
            {
                leftOut.Add("the terms");
            }

            foreach (var field in set.FindPart(part.PartName)?.FieldsInOrder ?? [])
            {
                if (kinds.TryGetValue(field.FieldName, out var kind))
                {
                    columns.AddRange(kind.Columns(new FieldPlace(part.Name, field, part.PartName)));
                }
                else
                {
                    leftOut.Add(field.DisplayName);
                }
            }
        }

        columns.Add(new StateColumn());
        return new TypeColumns(type, columns, Labels(columns), leftOut);
    }

    private static SheetColumn? OfPart(ContentTypePartDefinition part, ContentPartDefinition? definition) => part.PartName switch
    {
        nameof(TitlePart) => new TitleColumn(part),
        nameof(AutoroutePart) => new AddressColumn(part),
        nameof(AliasPart) => new AliasColumn(part),
        nameof(MarkdownBodyPart) => new PartColumn(part, nameof(MarkdownBodyPart.Markdown), NameOf(part, definition), "Text in Markdown"),
        _ => null,
    };

    /// <summary>What the editors' form calls a part.</summary>
    private static string NameOf(ContentTypePartDefinition part, ContentPartDefinition? definition) =>
        part.PartSettings.DisplayName is { Length: > 0 } own ? own
        : definition?.Settings.Read<PositionSettings>("ContentPartSettings").DisplayName is { Length: > 0 } general ? general
        : "Text";

    /// <summary>Two fields of a type may have one name: then the part's name stands before it.</summary>
    private static Dictionary<string, string> Labels(List<SheetColumn> columns)
    {
        Dictionary<string, string> labels = [];
        foreach (var same in columns.GroupBy(column => column.Label, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var (index, column) in same.Index())
            {
                labels[column.Key] = index == 0 ? column.Label : column.Key;
            }
        }

        return labels;
    }
}

/// <summary>The columns of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="All">The columns in the order of the form: the id first, the state last.</param>
/// <param name="Labels">What headers call them, by key; no two alike.</param>
/// <param name="LeftOut">What of the type no sheet can hold, as people call it.</param>
internal sealed record TypeColumns(ContentTypeDefinition Type, IReadOnlyList<SheetColumn> All, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> LeftOut)
{
    public SheetColumn? Find(string? key) => All.FirstOrDefault(column => column.Key == key);

    public string LabelOf(SheetColumn column) => Labels[column.Key];

    /// <summary>The column that a header means; null when it means none, or several.</summary>
    public SheetColumn? Meant(string header)
    {
        var plain = Plain(header);
        return All.FirstOrDefault(column => Plain(LabelOf(column)) == plain)
            ?? All.FirstOrDefault(column => Plain(column.Key) == plain)
            ?? (All.Where(column => column.OtherNames.Any(name => Plain(name) == plain)).ToList() is [var one] ? one : null);
    }

    /// <summary>A name without case, space, hyphens and the like. "(optional)" and "(required)" are no part of it.</summary>
    internal static string Plain(string name) => string.Concat(
        name.Replace("(optional)", "", StringComparison.OrdinalIgnoreCase).Replace("(required)", "", StringComparison.OrdinalIgnoreCase).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
