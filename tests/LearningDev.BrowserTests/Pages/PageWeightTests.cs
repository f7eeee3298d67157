using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.BrowserTests.Pages;

/// <summary>What a first visit costs, as the browser counts it: compressed, headers included.</summary>
[Collection(nameof(BrowserPortal))]
public class PageWeightTests(BrowserPortal portal, ITestOutputHelper output)
{
    private const int MostBytes = 150 * 1024;
    private const int MostRequests = 8;

    [Theory]
    [InlineData("/catalogue?q=stress", 1280)]
    [InlineData("/catalogue?q=stress", 390)]
    [InlineData("/catalogue", 1280)]
    [InlineData("/", 1280)]
    [InlineData("/catalogue/managing-stress", 1280)]
    public async Task FirstVisit_EmptyCache_IsLight(string path, int width)
    {
        await using var visit = await portal.VisitAsync("employee", width);
        var network = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var requested = new ConcurrentDictionary<string, string>();
        var received = new ConcurrentDictionary<string, double>();
        Collect(network, "Network.requestWillBeSent", message =>
        {
            var url = message.GetProperty("request").GetProperty("url").GetString()!;
            if (!url.StartsWith("data:", StringComparison.Ordinal))
            {
                requested[message.GetProperty("requestId").GetString()!] = new Uri(url).PathAndQuery;
            }
        });
        Collect(network, "Network.loadingFinished", message =>
            received[message.GetProperty("requestId").GetString()!] = message.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        // What the browser fetches for itself, the icon say, may end after the page is quiet; each answer comes with what has been told so far.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (requested.Keys.Any(id => !received.ContainsKey(id)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await network.SendAsync("Network.enable");
        }

        foreach (var (id, url) in requested)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{received[id],9:0} bytes  {url}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{path} at {width} pixels: {received.Values.Sum() / 1024:0.0} KB in {requested.Count} requests"));
        received.Values.Sum().ShouldBeLessThan(MostBytes);
        requested.Count.ShouldBeLessThanOrEqualTo(MostRequests);
    }

    private static void Collect(Microsoft.Playwright.ICDPSession network, string message, Action<JsonElement> collect) =>
        network.Event(message).OnEvent += (_, arguments) => collect(arguments!.Value);
}
