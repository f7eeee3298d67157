using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Tests.Content.Curation.Links;

/// <summary>A website on this machine that answers as a test says, and remembers what it was asked.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(WebApplication app) => this.app = app;

    /// <summary>What was asked: method and path, in order, with the moment.</summary>
    public ConcurrentQueue<(string Request, string UserAgent, long At)> Asked { get; } = [];

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The host with its port, as an operator trusts it.</summary>
    public string Endpoint => $"{Address.Host}:{Address.Port}";

    public static async Task<TestSite> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new TestSite(app);
        app.Run(context =>
        {
            site.Asked.Enqueue(($"{context.Request.Method} {context.Request.Path}", context.Request.Headers.UserAgent.ToString(), Stopwatch.GetTimestamp()));
            return answer(context);
        });
        await app.StartAsync();
        return site;
    }

    public static Task<TestSite> StartAsync(Action<HttpContext> answer) => StartAsync(context =>
    {
        answer(context);
        return Task.CompletedTask;
    });

    public string Url(string path) => new Uri(Address, path).AbsoluteUri;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
