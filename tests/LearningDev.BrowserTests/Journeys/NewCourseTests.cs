using LearningDev.Content.Media;
using LearningDev.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>From signing in to a published course with a picture, topics, its assessment and a look at the preview, with the keyboard alone.</summary>
[Collection(nameof(BrowserPortal))]
public class NewCourseTests(BrowserPortal portal, ITestOutputHelper output)
{
    private const int MostInteractions = 40;

    [Fact]
    [Requirement("CMS-01")]
    [Requirement("CAT-09")]
    [Requirement("ADM-04")]
    public async Task NewCourse_KeyboardAlone_IsPublishedInFewInteractions()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<MediaLibrary>().SaveAsync(
                "courses/knots.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), new MediaWords("A bowline knot"));
        }

        await using var visit = await portal.VisitAsync();
        var person = new Interactions(visit);
        var page = visit.Page;
        await visit.OpenAsync("/sign-in");

        await person.PressAsync(page.Locator("form:has(input[name=userName][value=editor]) button"));
        await person.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Content", Exact = true }));
        await person.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "New content" }).Or(page.GetByRole(AriaRole.Link, new() { Name = "New content" })));
        await person.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Course", Exact = true }));
        await person.TypeAsync(page.GetByLabel("Title", new() { Exact = true }), "Knots for harbour staff");
        await person.TypeAsync(page.GetByLabel("Summary"), "Six knots that hold.");
        foreach (var field in (string[])["Topics", "Classification", "Strategy pillar", "Kind of learning", "Who it is for", "How it is taught"])
        {
            await person.ChooseFirstAsync(field);
        }

        await AddPictureAsync(person, page);
        await person.ChooseFirstAsync("Quality check");
        await person.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).Last);
        await person.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Preview", Exact = true }));
        await Assertions.Expect(page.GetByAltText("A bowline knot")).ToBeAttachedAsync();
        await person.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }));
        await AssessAsync(person, page);
        await person.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }));

        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("Knots for harbour staff is published");
        output.WriteLine($"{person.Count} interactions");
        person.Count.ShouldBeLessThan(MostInteractions);
        visit.ShouldBeWithoutComplaints();
    }

    // Every answer is given by its own key stroke; what the answers rest on is written once.
    private static async Task AssessAsync(Interactions person, IPage page)
    {
        await person.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Start its assessment" }));
        await person.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Start the assessment" }));
        await person.TypeAsync(page.GetByLabel("What the learning is for and whom it affects"), "Harbour staff of all grades.");
        foreach (var characteristic in await page.Locator("fieldset:has(input[type=radio][name$='Effect'])").AllAsync())
        {
            await person.GoToAsync(characteristic.Locator("input[type=radio]").First);
            await person.KeyAsync("Space");
            await person.DoAsync("ArrowDown");
            await Assertions.Expect(characteristic.GetByLabel("No effect", new() { Exact = true })).ToBeCheckedAsync();
        }

        await person.TypeAsync(page.GetByLabel("What all these answers rest on"), "Asked the staff networks in May.");
        await person.ChooseFirstAsync("Outcome");
        await person.TypeAsync(page.Locator("input[name$='Approver.Search']"), "Haddad");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await person.KeyAsync("ArrowDown");
        await person.DoAsync("Enter");
        await person.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }));
        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("is published");
        await person.PressAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Knots for harbour staff", Exact = true }).First);
    }

    private static async Task AddPictureAsync(Interactions person, IPage page)
    {
        var toolbar = page.GetByRole(AriaRole.Toolbar, new() { Name = "Formatting of Description" });
        await person.GoToAsync(toolbar.GetByRole(AriaRole.Button, new() { Name = "Bold" }));
        await person.KeyAsync("End");
        await person.KeyAsync("ArrowLeft");
        await person.DoAsync("Enter");
        await person.WriteAsync("knots");
        await page.Locator("dialog [role=option]").First.WaitForAsync();
        await person.KeyAsync("ArrowDown");
        await person.DoAsync("Enter");
        await Assertions.Expect(page.GetByLabel("What the picture shows").Last).ToHaveValueAsync("A bowline knot");
        await person.DoAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Counts what a person does: a field filled in, a choice made, a button or link pressed. Moving the focus is none: it decides nothing.
    /// </summary>
    private sealed class Interactions(Visit visit)
    {
        private readonly Keyboard keyboard = new(visit.Page);

        public int Count { get; private set; }

        public Task GoToAsync(ILocator target) => keyboard.TabToAsync(target);

        public Task KeyAsync(string key) => keyboard.PressAsync(key);

        public async Task DoAsync(string key)
        {
            Count++;
            await keyboard.PressAsync(key);
        }

        public async Task WriteAsync(string text)
        {
            Count++;
            await keyboard.TypeAsync(text);
        }

        public async Task PressAsync(ILocator target)
        {
            await GoToAsync(target);
            Count++;
            await keyboard.EnterAsync();
        }

        public async Task TypeAsync(ILocator target, string text)
        {
            await GoToAsync(target);
            await WriteAsync(text);
        }

        // Few choices are radio buttons or tick boxes, many are a list.
        public async Task ChooseFirstAsync(string field)
        {
            var group = visit.Page.GetByRole(AriaRole.Group, new() { Name = field });
            if (await group.CountAsync() > 0)
            {
                await GoToAsync(group.First.Locator("input:not([type=hidden])").First);
                await DoAsync("Space");
            }
            else
            {
                await GoToAsync(visit.Page.GetByLabel(field));
                await DoAsync("ArrowDown");
            }
        }
    }
}
