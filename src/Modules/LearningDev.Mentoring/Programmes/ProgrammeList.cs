using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;

namespace LearningDev.Mentoring.Programmes;

/// <summary>Finds published programmes. One that is for certain roles is there for nobody else.</summary>
internal sealed class ProgrammeList(ContentItems items, ContentRoutes routes, ItemVisibility visibility)
{
    /// <summary>All of them, by title, whoever may see them.</summary>
    public async Task<IReadOnlyList<Programme>> AllAsync(CancellationToken cancellation) =>
        [.. (await items.AllAsync(MentoringProgramme.Type, VersionChoice.Published, cancellation)).Select(item => new Programme(item))];

    /// <summary>A programme by its id, whoever may see it; null when none is published.</summary>
    public async Task<Programme?> FindAsync(string id, CancellationToken cancellation) =>
        await items.FindAsync(id, VersionChoice.Published, cancellation) is { ContentType: MentoringProgramme.Type } item ? new Programme(item) : null;

    /// <summary>A programme that the current person may see, by the last part of its address; null when there is none.</summary>
    public async Task<Programme?> FindBySlugAsync(string slug, CancellationToken cancellation) =>
        await routes.FindAsync(MentoringLinks.ProgrammeBeginning + slug, cancellation) is { } id && await FindAsync(id, cancellation) is { } programme && await IsVisibleAsync(programme, cancellation) ? programme : null;

    /// <summary>True for one that the current person may see.</summary>
    public Task<bool> IsVisibleAsync(Programme programme, CancellationToken cancellation) => visibility.IsForAsync(programme.Item, cancellation);
}
