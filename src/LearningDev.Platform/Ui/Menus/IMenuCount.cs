namespace LearningDev.Platform.Ui.Menus;

/// <summary>
/// Says how much waits for the current person behind a link of the menu, which shows it when there is something. It is asked with every page, so it must be cheap: one query at most, as a
/// rule. Register it as a scoped service.
/// </summary>
public interface IMenuCount
{
    /// <summary>The address of the menu's link, as its <see cref="MenuEntry"/> has it.</summary>
    string Url { get; }

    /// <summary>Counts.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What waits.</returns>
    Task<MenuCount> CountAsync(CancellationToken cancellation);
}

/// <summary>How much waits behind a link of the menu.</summary>
/// <param name="Count">The number; nothing is shown for 0.</param>
/// <param name="Words">What is counted, for those who do not see the number in its place, for example "tasks".</param>
public sealed record MenuCount(int Count, string Words);
