namespace LearningDev.Content.Fields;

/// <summary>
/// The choices of a field for several texts that come from elsewhere than its definition, for example from a table of the module whose type it is. Register it as a
/// scoped service; the definition has no choices of its own then.
/// </summary>
public interface IFieldChoices
{
    /// <summary>The part and the field, for example "HubResource.Committees".</summary>
    string Key { get; }

    /// <summary>The choices in order.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<FieldChoice>> AllAsync(CancellationToken cancellation = default);
}

/// <summary>A choice of a field.</summary>
/// <param name="Value">What the item keeps.</param>
/// <param name="Name">What people read.</param>
public sealed record FieldChoice(string Value, string Name);
