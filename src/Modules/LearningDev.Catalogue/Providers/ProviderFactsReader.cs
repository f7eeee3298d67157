using LearningDev.Catalogue.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Providers;

internal sealed class ProviderFactsReader(PortalDb db, Features features) : IProviderFacts
{
    public async Task<IReadOnlyList<ProviderFact>> AllAsync(CancellationToken cancellation) => await features.SwitchedOffOwnerAsync(typeof(ProviderFactsReader), cancellation) is not null ? []
        : await db.Providers.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.ContentItemId).Select(row => new ProviderFact(row.Name, row.IsRecognised)).ToListAsync(cancellation);
}
