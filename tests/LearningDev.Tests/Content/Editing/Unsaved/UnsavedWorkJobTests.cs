using LearningDev.Content.Editing.Unsaved;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Unsaved;

public class UnsavedWorkJobTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    [Requirement("ADM-03")]
    public async Task RunAsync_UnsavedWork_IsDeletedAfterTheDaysOfTheSettings()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var kept = await OpenFormsApiTests.KeepAsync(client, (await client.GetPageAsync("/content/new/Provider")).ItemForm(), ("TitlePart.Title", "Old"));
        await client.GetPageAsync("/content/new/Provider");
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new EditingSettings { KeepUnsavedDays = 3 });
        var job = scope.ServiceProvider.GetRequiredService<UnsavedWorkJob>();
        var forms = scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OpenForm>();

        (await job.RunAsync(CancellationToken.None)).ShouldBeEmpty();
        (await forms.CountAsync()).ShouldBe(2);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await job.RunAsync(CancellationToken.None)).ShouldBeEmpty();
        (await forms.CountAsync()).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await job.RunAsync(CancellationToken.None)).ShouldBe("Deleted 1");
        (await forms.CountAsync()).ShouldBe(0);
    }
}
