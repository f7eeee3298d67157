namespace LearningDev.Content.Recipes.Administering.Checking;

/// <summary>The changes of a recipe as a page shows them: counted by kind, and a page of them in a table.</summary>
internal sealed class ChangeList
{
    /// <summary>The kinds of change that give or take rights. They come before all others.</summary>
    private static readonly string[] Rights = [RightsWatch.Permission, RightsWatch.RoleByPlace, RightsWatch.RoleOfPerson];

    /// <summary>How many changes of rights stand above all others; the rest of them is in the table.</summary>
    private const int MostRights = 100;

    private readonly string address;

    /// <param name="report">The report.</param>
    /// <param name="done">True when the changes were made, false when they would be.</param>
    /// <param name="kind">The kind of change to list; empty for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="size">How many changes a page has.</param>
    /// <param name="address">The page's address without a query.</param>
    public ChangeList(RecipeReport report, bool done, string? kind, int page, int size, string address)
    {
        this.address = address;
        Done = done;
        Count = report.Changes.Count;
        Kinds =
        [
            .. report.Changes.GroupBy(change => change.Kind, StringComparer.Ordinal)
                .Select(group => new KindOfChange(
                    group.Key, group.Count(change => change.Action == RecipeAction.Added), group.Count(change => change.Action == RecipeAction.Changed),
                    group.Count(change => change.Action == RecipeAction.Removed)))
                .OrderBy(group => Array.IndexOf(Rights, group.Kind) is >= 0 and var place ? place : Rights.Length),
        ];
        Kind = Kinds.Any(group => group.Kind == kind) ? kind! : "";
        var order = Kinds.Select(group => group.Kind).ToList();
        var listed = report.Changes.Where(change => Kind.Length == 0 || change.Kind == Kind).OrderBy(change => order.IndexOf(change.Kind)).ToList();
        Pages = Math.Max(1, (listed.Count + size - 1) / size);
        Page = Math.Clamp(page, 1, Pages);
        Changes = [.. listed.Skip((Page - 1) * size).Take(size)];
        var rights = report.Changes.Where(change => Rights.Contains(change.Kind)).ToList();
        RightsCount = rights.Count;
        RightsFirst = [.. rights.Take(MostRights)];
    }

    /// <summary>True when the changes were made, false when they would be.</summary>
    public bool Done { get; }

    /// <summary>How many changes there are of all kinds.</summary>
    public int Count { get; }

    /// <summary>The kinds with their counts, rights first.</summary>
    public IReadOnlyList<KindOfChange> Kinds { get; }

    /// <summary>The kind that is listed; empty for all.</summary>
    public string Kind { get; }

    /// <summary>The changes on this page.</summary>
    public IReadOnlyList<RecipeChange> Changes { get; }

    /// <summary>How many changes of rights there are.</summary>
    public int RightsCount { get; }

    /// <summary>The changes of rights, or the first of very many.</summary>
    public IReadOnlyList<RecipeChange> RightsFirst { get; }

    public int Page { get; }

    public int Pages { get; }

    public string UrlOfPage(int page) => Url(Kind, page);

    public string UrlOfKind(string kind) => $"{Url(kind, 1)}#changes";

    /// <summary>What was, or would be, done to a thing.</summary>
    public string Words(RecipeAction action) => action switch
    {
        RecipeAction.Added => Done ? "Added" : "Add",
        RecipeAction.Removed => Done ? "Removed" : "Remove",
        _ => Done ? "Changed" : "Change",
    };

    public static string Colour(RecipeAction action) => action switch
    {
        RecipeAction.Added => "green",
        RecipeAction.Removed => "red",
        _ => "yellow",
    };

    private string Url(string kind, int page) => address + new Microsoft.AspNetCore.Http.Extensions.QueryBuilder { { "kind", kind }, { "p", $"{page}" } };
}

/// <summary>A kind of thing that a recipe changes.</summary>
internal sealed record KindOfChange(string Kind, int Added, int Changed, int Removed)
{
    public int Count => Added + Changed + Removed;
}
