using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Pages;

[Collection(nameof(BrowserPortal))]
public class HtmlTests(BrowserPortal portal)
{
    /// <summary>Without JavaScript too every page must open and come into its state.</summary>
    [Fact]
    public async Task Page_WithoutScript_IsValidHtml()
    {
        var documents = new Dictionary<string, string>();
        foreach (var visitor in PortalPages.All.GroupBy(page => page.Person))
        {
            await using var visit = await portal.VisitAsync(visitor.Key, script: false);
            foreach (var page in visitor)
            {
                await page.OpenAsync(visit);
                visit.Status.ShouldBe(page.Status, page.Name);
                try
                {
                    documents.Add(page.Name, await visit.SourceAsync());
                }
                catch (TimeoutException fault)
                {
                    throw new TimeoutException($"The source of {page.Name} does not arrive.", fault);
                }
            }
        }

        await HtmlValidator.ShouldBeValidAsync(documents);
    }
}
