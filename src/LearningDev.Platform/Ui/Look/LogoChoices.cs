using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Ui.Look;

/// <summary>The logos that were uploaded, by the names of their files.</summary>
internal sealed class LogoChoices(PortalDb db) : ISettingChoices
{
    private const int Most = 500;

    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        (await db.Set<Logo>().OrderByDescending(logo => logo.UploadedUtc).Take(Most).Select(logo => new { logo.Id, logo.FileName }).ToListAsync(cancellation))
            .ConvertAll(logo => new SettingChoice(logo.FileName, logo.Id));
}
