using Microsoft.Playwright;
using Shouldly;
using Xunit.Sdk;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>A person who has only the keyboard. Every stop on the way must show that it has the focus.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 120;

    // For a tick box the mark is drawn beside its label; elsewhere on the element itself.
    private const string FocusedElement =
        """
        () => {
          const element = document.activeElement
          if (!element || element === document.body) return null
          const box = element.getBoundingClientRect()
          const drawn = element.matches('.govuk-checkboxes__input, .govuk-radios__input')
            ? getComputedStyle(document.querySelector(`label[for="${CSS.escape(element.id)}"]`), '::before') : getComputedStyle(element)
          const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
          return {
            name: (element.labels?.length ? element.labels[0].innerText : element.getAttribute('aria-label') ?? element.innerText ?? '').trim().replace(/\s+/g, ' '),
            tag: element.tagName.toLowerCase(),
            marked: (drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2) || drawn.boxShadow !== 'none',
            inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            covered: !!middle && middle !== element && !element.contains(middle) && !middle.contains(element) && middle.tagName !== 'LABEL',
          }
        }
        """;

    /// <summary>Presses Tab and says where the focus now is.</summary>
    public async Task<FocusStop> TabAsync(bool back = false)
    {
        await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        var stop = await FocusAsync() ?? throw new XunitException($"The focus left {page.Url}.");
        stop.Marked.ShouldBeTrue($"{stop} on {page.Url} does not show that it has the focus.");
        stop.InView.ShouldBeTrue($"{stop} on {page.Url} has the focus but cannot be seen.");
        stop.Covered.ShouldBeFalse($"{stop} on {page.Url} has the focus but something lies over it.");
        return stop;
    }

    /// <summary>Presses Tab until the focus stands on what is looked for; returns the stops on the way, the last included.</summary>
    public async Task<IReadOnlyList<FocusStop>> TabToAsync(string tag, string name)
    {
        var stops = new List<FocusStop>();
        while (stops.Count < MostStops)
        {
            var stop = await TabAsync();
            stops.Add(stop);
            if (stop.Tag == tag && stop.Name.StartsWith(name, StringComparison.Ordinal))
            {
                return stops;
            }
        }

        throw new XunitException($"{MostStops} times Tab on {page.Url} did not reach the {tag} “{name}”. Stops: {string.Join(" · ", stops)}");
    }

    /// <summary>Presses Tab until the focus stands on an element, on a page that may have very many stops.</summary>
    public async Task TabToAsync(ILocator target)
    {
        List<FocusStop> stops = [];
        while (stops.Count < 3 * MostStops)
        {
            stops.Add(await TabAsync());
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        throw new XunitException($"Tab on {page.Url} did not reach {target}. Stops: {string.Join(" · ", stops)}");
    }

    /// <summary>Presses a key, as a person would on what has the focus.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Presses Enter and waits for the page that it leads to.</summary>
    public async Task EnterAsync()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }

        page.FrameNavigated += Arrive;
        try
        {
            await page.Keyboard.PressAsync("Enter");
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            page.FrameNavigated -= Arrive;
        }

        await page.LoadedAsync();
    }

    /// <summary>Types text into what has the focus.</summary>
    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Where the focus is; null when it is nowhere.</summary>
    public Task<FocusStop?> FocusAsync() => page.EvaluateAsync<FocusStop?>(FocusedElement);
}

/// <summary>What has the focus.</summary>
internal sealed record FocusStop
{
    public string Name { get; init; } = "";

    public string Tag { get; init; } = "";

    /// <summary>True when it is drawn differently for having the focus.</summary>
    public bool Marked { get; init; }

    public bool InView { get; init; }

    /// <summary>True when something else lies over it (WCAG 2.2, 2.4.11).</summary>
    public bool Covered { get; init; }

    public override string ToString() => $"{Tag} “{Name}”";
}
