namespace LearningDev.Content.PrivateItems;

/// <summary>
/// A content type whose items only its module shows, to those concerned: requests, claims and other things that people write about themselves. Register it with the portal's
/// services. The editors' pages answer as if such an item were not there, and it stands in none of their lists, sheets, searches and recipes; editors can still change the
/// type's fields (CMS-02).
/// </summary>
/// <param name="ContentType">The name of the content type.</param>
public sealed record PrivateContent(string ContentType);

/// <summary>Knows which content types are private.</summary>
internal sealed class PrivateTypes(IEnumerable<PrivateContent> declared)
{
    /// <summary>The names of the types.</summary>
    public IReadOnlyList<string> Names { get; } = [.. declared.Select(one => one.ContentType)];

    /// <summary>True for a type whose items only its module shows.</summary>
    public bool Contains(string contentType) => Names.Contains(contentType, StringComparer.OrdinalIgnoreCase);
}
