namespace LearningDev.Workflows.Tasks;

/// <summary>Says where people change what they have asked for, when it is sent back to them. Register it as a scoped service.</summary>
public interface IRequestForms
{
    /// <summary>The address below the portal's root where the person who asked changes an item; null when this module has none for it.</summary>
    /// <param name="contentType">The name of the item's content type.</param>
    /// <param name="contentItemId">The item's id.</param>
    string? ChangeUrl(string contentType, string contentItemId);

    /// <summary>True when an item that was sent back can be sent again: nothing of it is missing or wrong. Asked only of the module whose <see cref="ChangeUrl"/> leads somewhere.</summary>
    /// <param name="contentType">The name of the item's content type.</param>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> CanBeSentAsync(string contentType, string contentItemId, CancellationToken cancellation = default) => Task.FromResult(true);
}
