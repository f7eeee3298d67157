using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests;

/// <summary>Waits for pages.</summary>
internal static class PageLoading
{
    private const float Patience = 30_000;
    private const float Step = 1_000;

    /// <summary>Waits until the page of an address is open and has loaded.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The address, in which ** and * stand for anything.</param>
    /// <exception cref="TimeoutException">It is not within 30 seconds.</exception>
    public static Task ArriveAsync(this IPage page, string address)
    {
        var pattern = new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");
        return page.ArriveAsync(pattern.IsMatch);
    }

    /// <inheritdoc cref="ArriveAsync(IPage, string)" />
    /// <param name="page">The page.</param>
    /// <param name="isThere">True for the address.</param>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> isThere)
    {
        for (var waited = Step; ; waited += Step)
        {
            try
            {
                await page.WaitForURLAsync(isThere, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit, Timeout = Step });
                break;
            }
            catch (TimeoutException) when (waited < Patience)
            {
                // Playwright may wait for ever for a page that has come already: what its address is now can be seen.
                if (isThere(page.Url))
                {
                    break;
                }
            }
        }

        await page.LoadedAsync();
    }

    /// <summary>Waits until everything of the page that is open has arrived.</summary>
    /// <exception cref="TimeoutException">It has not within 30 seconds.</exception>
    public static async Task LoadedAsync(this IPage page)
    {
        for (var waited = Step; ; waited += Step)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.Load, new PageWaitForLoadStateOptions { Timeout = Step });
                return;
            }
            catch (TimeoutException)
            {
                // Playwright misses the event when it comes while the wait begins: then the page itself has to be asked.
                if (await page.EvaluateAsync<string>("document.readyState") == "complete")
                {
                    return;
                }

                if (waited >= Patience)
                {
                    throw;
                }
            }
        }
    }
}
