using System.Net.Sockets;
using System.Text;
using LearningDev.Content.Media;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Uploading;

/// <summary>A stream of two gigabytes to a real server: it is stopped at the limit, told why, and never held in memory.</summary>
[Requirement("CMS-03")]
public class EndlessUploadTests(EndlessUploadTests.Portal portal) : IClassFixture<EndlessUploadTests.Portal>
{
    private const long TwoGigabytes = 2L * 1024 * 1024 * 1024;
    private const long MostMemory = 100L * 1024 * 1024;
    private const int LimitMegabytes = 320;
    private const long BetweenLooks = 48L * 1024 * 1024;

    [Fact]
    public async Task Post_TwoGigabytesInChunks_AreStoppedAtTheLimit()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new MediaSettings { VideoMegabytes = LimitMegabytes, AudioMegabytes = LimitMegabytes });
        }

        var (token, cookies) = await SignInAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(portal.Address.Host, portal.Address.Port);
        await using var stream = connection.GetStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {MediaLinks.Upload} HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"));
        await ChunkAsync(stream, Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"));
        await ChunkAsync(stream, Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"endless.mp4\"\r\nContent-Type: video/mp4\r\n\r\n"));
        using var stop = new CancellationTokenSource();
        var sending = SendAsync(stream, stop.Token);
        var answer = await ReadHeadAsync(stream);
        await stop.CancelAsync();
        var (sent, most) = await sending;

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("The file is too big");
        sent.ShouldBeInRange(LimitMegabytes * 1024L * 1024 / 2, TwoGigabytes / 2);
        (most - before).ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public async Task Post_AnnouncedLength_IsRefusedBeforeItIsSent()
    {
        var (_, cookies) = await SignInAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(portal.Address.Host, portal.Address.Port);
        await using var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {MediaLinks.Upload} HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {TwoGigabytes}\r\n\r\n"));

        (await ReadHeadAsync(stream)).ShouldStartWith("HTTP/1.1 413 ");
    }

    private async Task<(string Token, string Cookies)> SignInAsync()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = portal.Address };
        await client.SignInAsync("editor");
        var token = (await client.GetPageAsync(MediaLinks.Upload)).ValueOf("__RequestVerificationToken");
        return (token, handler.CookieContainer.GetCookieHeader(portal.Address));
    }

    // As much as the server takes, up to two gigabytes; it hangs up when it has said what is wrong. On the way it looks how much memory is in use.
    private static async Task<(long Sent, long MostMemory)> SendAsync(NetworkStream stream, CancellationToken stop)
    {
        var piece = new byte[256 * 1024];
        var (sent, most) = (0L, 0L);
        try
        {
            while (sent < TwoGigabytes && !stop.IsCancellationRequested)
            {
                await ChunkAsync(stream, piece, stop);
                sent += piece.Length;
                most = sent % BetweenLooks == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            return (sent, most);
        }

        return (sent, most);
    }

    private static async Task ChunkAsync(NetworkStream stream, byte[] bytes, CancellationToken stop = default)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), stop);
        await stream.WriteAsync(bytes, stop);
        await stream.WriteAsync("\r\n"u8.ToArray(), stop);
    }

    // The head of the answer and the beginning of its page.
    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!text.ToString().Contains("</h1>", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    public sealed class Portal : PortalHost
    {
        protected override bool AnswersBrowsers => true;
    }
}
