using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition;

/// <summary>A council that has not given the wall to its staff.</summary>
[Requirement("REC-01")]
public class WithoutPermissionTests(WithoutPermissionTests.PortalWithoutWall portal) : IClassFixture<WithoutPermissionTests.PortalWithoutWall>
{
    [Theory]
    [InlineData("/recognition")]
    [InlineData("/recognition/new")]
    [InlineData("/recognition/new/somebody")]
    [InlineData("/recognition/keep-off")]
    [InlineData("/recognition/a/take-down")]
    [InlineData("/recognition/a/report")]
    [InlineData("/recognition/moderation")]
    [InlineData("/recognition/moderation/a")]
    [InlineData("/recognition/digest")]
    public async Task Get_AnyPage_IsForbiddenAndASignInIsAskedOfStrangers(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = portal.SignedOut();
        using var asked = await stranger.GetAsync(url);
        asked.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_Home_ShowsNeitherTheMenuEntryNorThePanel()
    {
        await portal.WriteAsync(db => db.Add(WallPages.Row("Grace Hopper", "COBOL", DateTime.UtcNow)));
        var page = await portal.GetDocumentAsync("/");
        page.QuerySelectorAll("a[href^='/recognition']").ShouldBeEmpty();
        page.QuerySelector("section[aria-labelledby=home-wall]").ShouldBeNull();
    }

    public sealed class PortalWithoutWall : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().RoleClaims.Where(claim => claim.ClaimValue!.EndsWith("Recognition")).ExecuteDeleteAsync();
        }
    }
}
