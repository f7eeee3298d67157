namespace LearningDev.Content.Curation.Reviews;

/// <summary>The address of the page of reviews.</summary>
internal static class ReviewLinks
{
    public const string List = "/content/reviews";

    public static string Showing(ReviewShow show) => $"{List}?show={show}";
}
