namespace LearningDev.Funding;

/// <summary>Every address of funding.</summary>
internal static class FundingLinks
{
    public const string Requests = "/funding/requests";

    /// <summary>The learning catalogue, another module's.</summary>
    public const string Catalogue = "/catalogue";

    public const string New = $"{Requests}/new";

    public const string All = "/funding/all-requests";

    public static string NewFor(string entryId) => $"{New}?entry={Uri.EscapeDataString(entryId)}";

    /// <summary>All answers of a request, to be checked and sent; of one that is sent, to be read.</summary>
    public static string Check(string id) => $"{Requests}/{id}";

    public static string Step(string id, string step) => $"{Requests}/{id}/{step}";

    public static string Delete(string id) => $"{Requests}/{id}/delete";

    /// <summary>Somebody else's request, for those who may see all.</summary>
    public static string Of(string id) => $"{All}/{id}";
}
