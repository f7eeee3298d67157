namespace LearningDev.Content.Items.Readers;

/// <summary>
/// Says who reads the items of a content type, where that follows from their fields so that no editor can forget it. Register it with the portal's services; the
/// type has no <see cref="VisibilityPart"/> then.
/// </summary>
public interface IItemReaders
{
    /// <summary>The name of the content type.</summary>
    string ContentType { get; }

    /// <summary>The names of roles and the keys of groups that read a version of an item; empty for everyone who is signed in.</summary>
    /// <param name="item">The version, a draft or a published one.</param>
    IReadOnlyList<string> Of(ContentItem item);
}

/// <summary>
/// Says to which groups of readers somebody belongs besides their roles. A module that knows groups registers one as a scoped service. The keys of a module's
/// groups begin with a word of its own; they have 100 characters or fewer.
/// </summary>
public interface IReaderGroups
{
    /// <summary>The keys of the current person's groups today; none when nobody is signed in.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<string>> OfCurrentPersonAsync(CancellationToken cancellation = default);
}
