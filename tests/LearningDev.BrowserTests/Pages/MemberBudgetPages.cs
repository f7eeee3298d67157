using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of members' plans, budgets and training requests, with what the demonstration has of them.</summary>
internal static class MemberBudgetPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Member's budget", "members/budget", "/members/budget", "councillor", IsMain: true),
        new("Member's budget, none", "members/budget", "/members/budget", "democratic-services"),
        new("Members' budgets", "members/manage/budgets", "/members/manage/budgets", "democratic-services", IsMain: true),
        new("A member's budget", "members/manage/budgets/{personId}", "/members/manage/budgets", "democratic-services") { Before = page => FollowAsync(page, "Ruth Callaghan") },
        new("A member's budget, refused", "members/manage/budgets/{personId}", "/members/manage/budgets", "democratic-services")
        {
            Before = async page =>
            {
                await FollowAsync(page, "Ruth Callaghan");
                await ButtonAsync(page, "Change the allocation");
            },
        },
        new("Member's plan", "members/plan", "/members/plan", "councillor", IsMain: true),
        new("Needs of a plan", "members/plan/needs", "/members/plan/needs", "councillor", IsMain: true),
        new("Needs of a plan, refused", "members/plan/needs", "/members/plan/needs", "councillor") { Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync() },
        new("Goals of a plan", "members/plan/goals", "/members/plan/goals", "councillor"),
        new("Reviewer of a plan", "members/plan/reviewer", "/members/plan/reviewer", "councillor"),
        new("Members' plans", "members/manage/plans", "/members/manage/plans", "democratic-services", IsMain: true),
        new("A member's plan", "members/plan/of/{personId}", "/members/manage/plans", "democratic-services") { Before = page => FollowAsync(page, "Ruth Callaghan") },
        new("Member's requests", "members/requests", "/members/requests", "councillor", IsMain: true),
        new("New request of a member", "members/requests/new", "/members/requests/new", "councillor"),
        new("New request of a member, refused", "members/requests/new", "/members/requests/new", "councillor") { Before = page => ButtonAsync(page, "Begin") },
        new("Training of a member's request", "members/requests/{id}/training", "/members/requests/member-request-draft/training", "councillor"),
        new("Costs of a member's request", "members/requests/{id}/costs", "/members/requests/member-request-draft/costs", "councillor") { Before = page => ButtonAsync(page, "Add this cost") },
        new("Relevance of a member's request", "members/requests/{id}/relevance", "/members/requests/member-request-draft/relevance", "councillor") { Before = page => ButtonAsync(page, "Save and continue") },
        new("Check a member's request", "members/requests/{id}", "/members/requests/member-request-draft", "councillor", IsMain: true),
        new("Member's request that waits", "members/requests/{id}", "/members/requests/member-request-waiting", "councillor"),
        new("Delete a draft of a member's request", "members/requests/{id}/end", "/members/requests/member-request-draft/end", "councillor"),
        new("Members' requests", "members/manage/requests", "/members/manage/requests", "democratic-services", IsMain: true),
        new("A member's request", "members/manage/requests/{id}", "/members/manage/requests/member-request-agreed", "democratic-services"),
        new("Invoice of a member's request", "members/manage/requests/{id}/invoice", "/members/manage/requests/member-request-agreed/invoice", "democratic-services") { Before = page => ButtonAsync(page, "Record the invoice") },
    ];

    private static Task ButtonAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    private static async Task FollowAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await page.LoadedAsync();
    }
}
