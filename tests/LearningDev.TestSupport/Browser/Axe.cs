using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Browser;

/// <summary>The accessibility check that every page must pass.</summary>
public static class Axe
{
    private const string Run =
        """
        async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations
          .map(fault => `- ${fault.id} (${fault.impact}): ${fault.help} (${fault.helpUrl})\n${fault.nodes.map(node => `    ${node.target}: ${node.html}`).join('\n')}`)
        """;

    private static readonly string[] Wcag22AndBestPractice = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] Look = ["color-contrast", "link-in-text-block", "target-size"];
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // A check takes a second or two. One that never ends would keep all tests after it from running.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Asserts that axe-core finds nothing on the open page against WCAG 2.2 level AA and its own best practice. Where the visit has no script axe cannot
    /// run, because it waits for the page's timers, and nothing is asserted: check the page in a visit with script too.
    /// </summary>
    /// <param name="page">The open page, in the state to be checked.</param>
    /// <exception cref="XunitException">Axe found something; the message lists each rule and each element.</exception>
    public static Task ShouldFindNothingAsync(IPage page) => ShouldFindNothingAsync(page, Wcag22AndBestPractice);

    /// <summary>Asserts that axe-core finds no fault of colours and sizes on the open page: all that another theme can change of a page that has been checked.</summary>
    /// <inheritdoc cref="ShouldFindNothingAsync(IPage)" />
    public static Task ShouldFindNoFaultOfLookAsync(IPage page) => ShouldFindNothingAsync(page, Look);

    private static async Task ShouldFindNothingAsync(IPage page, string[] rules)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (await page.EvaluateAsync<bool>("() => matchMedia('(scripting: none)').matches"))
        {
            return;
        }

        // The package for Playwright opens a page of its own for each check, to put the results of frames together, and loads axe there once more. The portal has no frames.
        await page.EvaluateAsync(Script);
        var faults = await page.EvaluateAsync<string[]>(Run, rules).WaitAsync(Longest);
        if (faults.Length > 0)
        {
            throw new XunitException($"axe found {faults.Length} kinds of fault on {page.Url}:\n{string.Join('\n', faults)}");
        }
    }
}
