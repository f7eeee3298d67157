using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Browser;

/// <summary>The accessibility check that every page must pass.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Wcag22AndBestPractice = Options("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static readonly AxeRunOptions Look = Options("rule", "color-contrast", "link-in-text-block", "target-size");

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

    // Only what is wrong comes back: the list of all that is right is many times longer than the page.
    private static AxeRunOptions Options(string type, params string[] values) => new()
    {
        RunOnly = new RunOnlyOptions { Type = type, Values = [.. values] },
        ResultTypes = [ResultType.Violations],
    };

    private static async Task ShouldFindNothingAsync(IPage page, AxeRunOptions rules)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (await page.EvaluateAsync<bool>("() => matchMedia('(scripting: none)').matches"))
        {
            return;
        }

        var result = await page.RunAxeLegacy(rules).WaitAsync(Longest);
        if (result.Violations.Length == 0)
        {
            return;
        }

        var message = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"axe found {result.Violations.Length} kinds of fault on {page.Url}:");
        foreach (var violation in result.Violations)
        {
            message.AppendLine(CultureInfo.InvariantCulture, $"- {violation.Id} ({violation.Impact}): {violation.Help} ({violation.HelpUrl})");
            foreach (var node in violation.Nodes)
            {
                message.AppendLine(CultureInfo.InvariantCulture, $"    {node.Target}: {node.Html}");
            }
        }

        throw new XunitException(message.ToString());
    }
}
