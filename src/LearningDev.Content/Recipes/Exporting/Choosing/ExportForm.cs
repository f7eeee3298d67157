using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace LearningDev.Content.Recipes.Exporting.Choosing;

/// <summary>What an administrator ticks in the form of an export.</summary>
internal sealed partial class ExportForm
{
    private const int LongestName = 60;
    private const int MostItems = 500;
    private const string ZipForm = "zip";

    /// <summary>The ids of the sources that are exported as a whole.</summary>
    public List<string> Parts { get; set; } = [];

    /// <summary>What is chosen of sources that let choose, each as the source's id, a colon and the value.</summary>
    public List<string> Choices { get; set; } = [];

    /// <summary>Ids of single items, divided by line breaks, spaces or commas.</summary>
    public string? Items { get; set; }

    /// <summary>The id that chosen content must refer to.</summary>
    public string? About { get; set; }

    public bool Drafts { get; set; }

    public bool Alone { get; set; }

    [Display(Name = "Name of the recipe")]
    public string? Name { get; set; }

    /// <summary>"json" or "zip".</summary>
    public string? Form { get; set; }

    public bool IsZip => Form == ZipForm;

    /// <summary>The options that the form stands for.</summary>
    /// <param name="sources">The sources that there are.</param>
    /// <param name="refuse">Is told of what is wrong: the field and the message.</param>
    public RecipeExportOptions Read(IReadOnlyList<IRecipeSource> sources, Action<string, string> refuse)
    {
        var name = Name?.Trim() ?? "";
        if (!NameShape().IsMatch(name))
        {
            refuse(nameof(Name), name.Length == 0 ? "Enter a name of the recipe" : "Name of the recipe must have only letters from a to z, digits and hyphens");
        }
        else if (name.Length > LongestName)
        {
            refuse(nameof(Name), $"Name of the recipe must be {LongestName} characters or fewer");
        }

        Dictionary<string, IReadOnlyList<string>> chosen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
        {
            List<string> values = [.. Choices.Where(choice => choice.StartsWith(source.Id + ":", StringComparison.Ordinal)).Select(choice => choice[(source.Id.Length + 1)..])];
            if (values.Count > 0 || Parts.Contains(source.Id))
            {
                chosen[source.Id] = values;
            }
        }

        string[] items = (Items ?? "").Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (items.Length > MostItems)
        {
            refuse(nameof(Items), $"Single items must be {MostItems} or fewer");
        }

        if (chosen.Count == 0 && items.Length == 0)
        {
            refuse(nameof(Parts), "Select what to export");
        }

        return new RecipeExportOptions
        {
            Name = name,
            Sources = chosen,
            Items = [.. items.Distinct(StringComparer.Ordinal)],
            RefersTo = string.IsNullOrEmpty(About) ? null : About,
            Drafts = Drafts,
            WithReferences = !Alone,
            FilesBeside = IsZip,
        };
    }

    /// <summary>The fields with their values, for a form that sends them on and for an address that comes back to them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() =>
    [
        .. Parts.Select(part => KeyValuePair.Create(nameof(Parts), part)),
        .. Choices.Select(choice => KeyValuePair.Create(nameof(Choices), choice)),
        .. from field in new[] { (nameof(Items), Items), (nameof(About), About), (nameof(Name), Name), (nameof(Form), Form) }
           where !string.IsNullOrEmpty(field.Item2)
           select KeyValuePair.Create(field.Item1, field.Item2),
        .. from field in new[] { (nameof(Drafts), Drafts), (nameof(Alone), Alone) }
           where field.Item2
           select KeyValuePair.Create(field.Item1, "true"),
    ];

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]*$")]
    private static partial Regex NameShape();
}
