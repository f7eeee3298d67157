using System.Net;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Keeping;

[Requirement("CMS-05")]
public class KeptRecipesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Upload_NotRunInTime_IsNotFoundAndDeletedByTheJob()
    {
        string path;
        using (var today = await portal.SignedInAsAsync("administrator"))
        {
            path = await portal.UploadAsync(today, RecipePages.Units("LATE"));
        }

        portal.Clock.Advance(TimeSpan.FromHours(25));
        using var tomorrow = await portal.SignedInAsAsync("administrator");
        using var answer = await tomorrow.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await using var scope = portal.Scope();
        var job = ActivatorUtilities.CreateInstance<ExpiredRecipesJob>(scope.ServiceProvider);
        (await job.RunAsync(CancellationToken.None)).ShouldBe("Deleted 1");
        (await job.RunAsync(CancellationToken.None)).ShouldBe("");
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Set<KeptRecipe>().CountAsync() + await db.Set<KeptRecipeFile>().CountAsync()).ShouldBe(0);
    }
}
