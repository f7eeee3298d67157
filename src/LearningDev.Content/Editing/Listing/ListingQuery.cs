using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LearningDev.Content.Editing.Listing;

/// <summary>What the list is asked for, as its address says it.</summary>
internal sealed record ListingQuery
{
    /// <summary>Owners that are no ids: whoever looks, nobody, and whoever has left.</summary>
    public const string Me = "me";
    public const string Nobody = "nobody";
    public const string HasLeft = "left";

    private const int LongestText = 200;
    private const int MostChoices = 100;

    // U+0000 stands in no title, and PostgreSQL does not take it.
    private static readonly char[] Between = [' ', '\0'];

    /// <summary>Words that the title must have.</summary>
    public string Words { get; init; } = "";

    /// <summary>True for words of the published text too.</summary>
    public bool InText { get; init; }

    /// <summary>The names of types; empty for all that are listed.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>States; empty for all but archived.</summary>
    public IReadOnlyList<ItemState> States { get; init; } = [];

    /// <summary>A person's id, or one of <see cref="Me"/>, <see cref="Nobody"/> and <see cref="HasLeft"/>; empty for anybody.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The id of a term; empty for any.</summary>
    public string Topic { get; init; } = "";

    /// <summary>When the next review is; null for any day.</summary>
    public ReviewDay? Review { get; init; }

    /// <summary>True for what the person who looks has saved last.</summary>
    public bool SavedByMe { get; init; }

    public ListingOrder Order { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The words in small letters.</summary>
    public IEnumerable<string> WordList => Words.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(10);

    public bool IsFiltered => HasMore || Words.Length > 0 || Owner.Length > 0 || Topic.Length > 0 || Review is not null;

    /// <summary>True when something is asked that stands under "More filters".</summary>
    public bool HasMore => Types.Count > 0 || States.Count > 0 || SavedByMe || InText;

    /// <summary>Reads an address; what makes no sense there is left at its usual.</summary>
    public static ListingQuery Read(IQueryCollection query) => Read(name => query[name]);

    /// <summary>Reads the query of an address, with or without its question mark.</summary>
    public static ListingQuery Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return Read(name => values.TryGetValue(name, out var found) ? found : StringValues.Empty);
    }

    /// <summary>The query of the list's address, with its question mark; empty when nothing is asked.</summary>
    public string Query(int page = 1)
    {
        QueryBuilder query = [];
        void Add(string name, string value, bool isSaid = true)
        {
            if (isSaid && value.Length > 0)
            {
                query.Add(name, value);
            }
        }

        Add("q", Words);
        Add("text", "true", InText);
        Types.ToList().ForEach(type => Add("type", type));
        States.ToList().ForEach(state => Add("state", state.ToString()));
        Add("owner", Owner);
        Add("topic", Topic);
        Add("review", Review?.ToString() ?? "");
        Add("by", Me, SavedByMe);
        Add("sort", Order.ToString(), Order != ListingOrder.Saved);
        Add("p", page.ToString(CultureInfo.InvariantCulture), page > 1);
        return query.ToQueryString().ToUriComponent();
    }

    /// <summary>The list's address.</summary>
    public string Address(int page = 1) => ContentLinks.List + Query(page);

    /// <summary>The list's address at which the items of the page are ticked, or which says that none was.</summary>
    public string AddressTicking(int page, string tick) => Address(page) is var address && address.Contains('?', StringComparison.Ordinal) ? $"{address}&tick={tick}" : $"{address}?tick={tick}";

    private static ListingQuery Read(Func<string, StringValues> values)
    {
        static string Clean(string? value) => (value ?? "").Replace("\0", "", StringComparison.Ordinal).Trim() is var text && text.Length <= LongestText ? text : text[..LongestText];
        string Text(string name) => Clean(values(name) is [var first, ..] ? first : "");
        List<string> Chosen(string name) => [.. values(name).Select(Clean).Where(value => value.Length > 0).Distinct().Take(MostChoices)];
        return new ListingQuery
        {
            Words = Text("q"),
            InText = Text("text") == "true",
            Types = Chosen("type"),
            States = [.. Chosen("state").Select(Read<ItemState>).OfType<ItemState>().Where(state => state != ItemState.Removed).Distinct()],
            Owner = Text("owner"),
            Topic = Text("topic"),
            Review = Read<ReviewDay>(Text("review")),
            SavedByMe = Text("by") == Me,
            Order = Read<ListingOrder>(Text("sort")) ?? default,
            Page = int.TryParse(Text("p"), CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
    }

    private static T? Read<T>(string value) where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : null;
}

/// <summary>When something is to be reviewed.</summary>
internal enum ReviewDay
{
    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>Within the next 30 days.</summary>
    Soon,

    /// <summary>No day is set.</summary>
    None,
}

/// <summary>In which order items are listed.</summary>
internal enum ListingOrder
{
    /// <summary>What was saved last comes first.</summary>
    Saved,

    /// <summary>By title, from A to Z.</summary>
    Title,

    /// <summary>What is to be reviewed first comes first.</summary>
    Review,
}
