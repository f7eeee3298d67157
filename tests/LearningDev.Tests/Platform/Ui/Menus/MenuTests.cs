using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Menus;

public class MenuTests(MenuTests.PortalWithoutPartnerships portal) : IClassFixture<MenuTests.PortalWithoutPartnerships>
{
    [Fact]
    public async Task Navigation_TheLinkInWhosePageOthersAreFoundIsNotAllowed_ShowsThemItself()
    {
        var page = await portal.GetDocumentAsync("/coaching");

        page.QuerySelectorAll("nav a[href='/partnerships']").ShouldBeEmpty();
        page.QuerySelector("nav a[href='/coaching']")!.GetAttribute("aria-current").ShouldBe("page");
        page.QuerySelector("nav a[href='/mentoring']")!.GetAttribute("aria-current").ShouldBeNull();
    }

    public sealed class PortalWithoutPartnerships : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().RoleClaims.Where(claim => claim.ClaimValue == "UsePartnerships").ExecuteDeleteAsync();
        }
    }
}
