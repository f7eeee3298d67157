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
    private static readonly AxeRunOptions Wcag22AndBestPractice = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>Asserts that axe-core finds nothing on the open page against WCAG 2.2 level AA and its own best practice.</summary>
    /// <param name="page">The open page, in the state to be checked.</param>
    /// <exception cref="XunitException">Axe found something; the message lists each rule and each element.</exception>
    public static async Task ShouldFindNothingAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var result = await page.RunAxe(Wcag22AndBestPractice);
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
