using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Costs;

[Requirement("FUN-01")]
public class EnterCostsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElse_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Juggling", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/funding/requests/{theirs}/costs");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnErrorBesideEachField()
    {
        var url = $"/funding/requests/{await portal.BegunAsync("Magic")}/costs";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).FormOf("Add"), ("Amount", "plenty"));
        (await answer.ReadPageAsync()).Errors().ShouldBe(["Select what kind of cost it is", "Enter what it is for", "Enter an amount in pounds, like 250 or 1,250.50"]);
    }

    [Theory]
    [InlineData("travel", "Travel and subsistence are not paid from learning and development budgets. Ask your service to pay them")]
    [InlineData("membership", "Fees for being a member of a professional body are not normally paid by the council. The rules are in the guide to employee expenses and benefits")]
    [Requirement("FUN-08")]
    public async Task Post_KindThatIsNotPaid_IsRefusedWithTheReasonBesideTheField(string kind, string reason)
    {
        var id = await portal.BegunAsync($"Acrobatics, {kind}");
        var url = $"/funding/requests/{id}/costs";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).FormOf("Add"), ("Kind", kind), ("What", "Train"), ("Amount", "40"));
        var page = await answer.ReadPageAsync();
        page.QuerySelector("#Kind-error")!.TextContent.ShouldContain(reason);
        page.QuerySelector("input[name=What]")!.GetAttribute("value").ShouldBe("Train");
        (await portal.AnswersAsync(id)).CostLines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_CostsAddedTwiceAndRemoved_AddUp()
    {
        var id = await portal.BegunAsync("Clowning");
        var url = $"/funding/requests/{id}/costs";
        using var client = await portal.SignedInAsAsync("employee");
        var first = (await client.GetPageAsync(url)).FormOf("Add");
        using var added = await client.SubmitAsync(first, ("Kind", "course"), ("What", "Two days"), ("Amount", "£1,250.50"));
        added.Headers.Location!.OriginalString.ShouldBe(url);
        // A double click.
        using var again = await client.SubmitAsync(first);
        using var second = await client.SubmitAsync((await client.GetPageAsync(url)).FormOf("Add"), ("Kind", "materials"), ("What", "Nose"), ("Amount", "3"));
        var page = await client.GetPageAsync(url);
        page.QuerySelectorAll("main table tbody tr").Length.ShouldBe(3);
        page.QuerySelector("main table")!.TextContent.ShouldContain("£1,253.50");
        (await portal.RowAsync(id)).Total.ShouldBe(1253.50m);

        using var removed = await client.SubmitAsync(page.FormOf("Remove"));
        (await portal.RowAsync(id)).Total.ShouldBe(3);
        using var on = await client.SubmitAsync((await client.GetPageAsync(url)).FormOf("Continue"));
        on.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}/examinations");
    }

    [Fact]
    public async Task Post_NothingToPay_IsAnAnswer()
    {
        var id = await portal.BegunAsync("Miming");
        var url = $"/funding/requests/{id}/costs";
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldContain("Enter the costs, or say that there are none");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).FormOf("Continue"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldNotContain("Enter the costs, or say that there are none");
    }
}
