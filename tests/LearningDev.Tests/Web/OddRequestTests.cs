using System.Net.Sockets;
using System.Text;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web;

/// <summary>What no browser sends is answered with a status that says so, never as a fault of the portal: over a socket, byte by byte.</summary>
public class OddRequestTests(OddRequestTests.ListeningPortal portal) : IClassFixture<OddRequestTests.ListeningPortal>
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    public static TheoryData<string, string, int[]> Requests => new()
    {
        { "TRACE", "TRACE /sign-in HTTP/1.1\r\nHost: a\r\nCookie: learningdev=secret\r\n", [405] },
        { "unknown method", "BREW /sign-in HTTP/1.1\r\nHost: a\r\n", [405] },
        { "OPTIONS of a page", "OPTIONS /sign-in HTTP/1.1\r\nHost: a\r\n", [200, 405] },
        { "DELETE of a page", "DELETE /sign-in HTTP/1.1\r\nHost: a\r\n", [400, 405] },
        { "PUT of a page", "PUT /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n", [400, 405] },
        { "HEAD", "HEAD /sign-in HTTP/1.1\r\nHost: a\r\n", [200] },
        { "method override", $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}X-HTTP-Method-Override: DELETE\r\nContent-Length: 0\r\n", [400] },
        { "up and out", "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n", [302] },
        { "encoded up and out", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n", [302] },
        { "encoded slashes", "GET /themes/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: a\r\n", [302] },
        { "backslashes", "GET /themes/..%5c..%5cappsettings.json HTTP/1.1\r\nHost: a\r\n", [302] },
        { "null byte", "GET /sign-in%00.html HTTP/1.1\r\nHost: a\r\n", [400] },
        { "line break in the path", "GET /sign-in%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: a\r\n", [400] },
        { "bad percent", "GET /%zz HTTP/1.1\r\nHost: a\r\n", [302, 400] },
        { "overlong UTF-8", "GET /%c0%ae%c0%ae/ HTTP/1.1\r\nHost: a\r\n", [302, 400] },
        { "half a character", "GET /%ff%fe HTTP/1.1\r\nHost: a\r\n", [302, 400] },
        { "line break in the return address", "GET /sign-in?returnUrl=%2f%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: a\r\n", [200] },
        { "null byte in the query", "GET /sign-in?returnUrl=%00 HTTP/1.1\r\nHost: a\r\n", [200, 400] },
        { "bad percent in the query", "GET /sign-in?returnUrl=%zz&%=%& HTTP/1.1\r\nHost: a\r\n", [200] },
        { "overlong address", $"GET /{new string('a', 200_000)} HTTP/1.1\r\nHost: a\r\n", [414] },
        { "huge header", $"GET /sign-in HTTP/1.1\r\nHost: a\r\nX-Huge: {new string('a', 64_000)}\r\n", [431] },
        { "many headers", $"GET /sign-in HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, 300).Select(n => $"X-{n}: a\r\n"))}", [431] },
        { "no host", "GET /sign-in HTTP/1.1\r\n", [400] },
        { "bad host", "GET /sign-in HTTP/1.1\r\nHost: a b\r\n", [400] },
        { "two hosts", "GET /sign-in HTTP/1.1\r\nHost: a\r\nHost: b\r\n", [400] },
        { "unknown version", "GET /sign-in HTTP/9.9\r\nHost: a\r\n", [400, 505] },
        { "not HTTP", "\u0016\u0003\u0001\u0000\r\n", [400] },
        { "broken cookies", "GET /sign-in HTTP/1.1\r\nHost: a\r\nCookie: learningdev=x; learningdev-form=%00; learningdev-message=CfDJ8x; ===;\r\n", [200] },
        { "JSON to a page", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", [400] },
        { "unknown content type", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: what/ever;;;\r\nContent-Length: 2\r\n\r\n{}", [400] },
        { "no content type", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", [400] },
        { "parts without boundary", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data\r\nContent-Length: 2\r\n\r\n--", [400] },
        { "parts that end early", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 8\r\n\r\n--b\r\nCon", [400] },
        { "too many fields", Posting(string.Concat(Enumerable.Repeat("a=1&", 5000))), [400] },
        { "long key", Posting($"{new string('k', 50_000)}=1"), [400] },
        { "broken chunks", $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}Transfer-Encoding: chunked\r\n\r\nzz\r\n", [400] },
        { "length and chunks", $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [400] },
        { "negative length", $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}Content-Length: -5\r\n", [400] },
        { "body too large", $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}Content-Length: 99999999999\r\n", [400, 413] },
        { "POST to a style sheet", "POST /themes/council/theme.css HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n", [302, 405] },
        { "POST to health", "POST /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n", [200, 405] },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_Odd_IsAnsweredWithAStatusThatSaysSo(string name, string request, int[] statuses)
    {
        var answer = await SendAsync(request);

        answer.ShouldStartWith("HTTP/1.1 ", Case.Sensitive, name);
        int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture).ShouldBeOneOf(statuses);
        answer.ShouldNotContain("secret");
        answer.ShouldNotContain("\nServer:");
        answer.ShouldNotContain("\nSet-Cookie: a=b");
        answer.ShouldNotContain("root:");
    }

    private static string Posting(string body) => $"POST /sign-in HTTP/1.1\r\nHost: a\r\n{Form}Content-Length: {body.Length}\r\n\r\n{body}";

    private async Task<string> SendAsync(string request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(portal.Address.Host, portal.Address.Port, patience.Token);
        var stream = client.GetStream();
        var text = request.Contains("\r\n\r\n", StringComparison.Ordinal)
            ? request.Insert(request.IndexOf("\r\n", StringComparison.Ordinal) + 2, "Connection: close\r\n")
            : request + "Connection: close\r\n\r\n";
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), patience.Token);
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, patience.Token)) > 0)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server has answered and hung up before it had read all.
        }

        return answer.ToString();
    }

    public sealed class ListeningPortal : PortalHost
    {
        protected override bool AnswersBrowsers => true;
    }
}
