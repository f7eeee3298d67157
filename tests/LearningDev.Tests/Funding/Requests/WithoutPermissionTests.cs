using System.Net;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests;

/// <summary>A council that has not given training requests to its staff.</summary>
[Requirement("FUN-01")]
public class WithoutPermissionTests(WithoutPermissionTests.PortalWithoutRequests portal) : IClassFixture<WithoutPermissionTests.PortalWithoutRequests>
{
    [Theory]
    [InlineData("/funding/requests")]
    [InlineData("/funding/requests/new")]
    [InlineData("/funding/requests/a")]
    [InlineData("/funding/requests/a/learning")]
    [InlineData("/funding/requests/a/why")]
    [InlineData("/funding/requests/a/classification")]
    [InlineData("/funding/requests/a/costs")]
    [InlineData("/funding/requests/a/funding")]
    [InlineData("/funding/requests/a/delete")]
    [InlineData("/funding/all-requests")]
    [InlineData("/funding/all-requests/a")]
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
    public async Task Get_HomeAndACourse_ShowNoWayThere()
    {
        (await portal.GetDocumentAsync("/")).QuerySelectorAll("a[href^='/funding']").ShouldBeEmpty();
        var slug = await portal.SlugAsync();
        (await portal.GetDocumentAsync($"/catalogue/{slug}")).QuerySelectorAll("a[href^='/funding']").ShouldBeEmpty();
    }

    public sealed class PortalWithoutRequests : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().RoleClaims
                .Where(claim => claim.ClaimValue == "AskForFunding" || claim.ClaimValue == "ViewTrainingRequests").ExecuteDeleteAsync();
        }

        public async Task<string> SlugAsync()
        {
            await using var scope = Scope();
            return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(entry => entry.ContentType == "Course" && !entry.IsRestricted).Select(entry => entry.Slug).FirstAsync();
        }
    }
}
