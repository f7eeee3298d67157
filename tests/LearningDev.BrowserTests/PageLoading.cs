using Microsoft.Playwright;

namespace LearningDev.BrowserTests;

/// <summary>Waits for pages.</summary>
internal static class PageLoading
{
    private const float Patience = 30_000;
    private const float Step = 1_000;

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
