using System.Net;
using LearningDev.Content.Curation.Links;
using LearningDev.Platform.Hosting.Outgoing;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links;

[Requirement("CMS-04")]
public class LinkVisitorTests
{
    [Theory]
    [InlineData(200, "Works", "")]
    [InlineData(403, "Works", "sign in")]
    [InlineData(404, "Fails", "not there any more")]
    [InlineData(410, "Fails", "for good")]
    [InlineData(500, "Fails", "has a fault")]
    [InlineData(418, "Fails", "refuses")]
    [InlineData(503, "Fails", "has a fault")]
    [InlineData(429, "Later", "left alone")]
    public async Task Visit_Status_IsJudged(int status, string verdict, string words)
    {
        await using var site = await TestSite.StartAsync(context => context.Response.StatusCode = status);

        var answer = await VisitAsync(site, "/page");

        (answer.Verdict.ToString(), answer.Status).ShouldBe((verdict, status));
        answer.Problem.ShouldContain(words);
    }

    [Fact]
    public async Task Visit_SiteWithoutHead_IsAskedByGet()
    {
        await using var site = await TestSite.StartAsync(context => context.Response.StatusCode = context.Request.Method == "HEAD" ? 405 : 200);

        (await VisitAsync(site, "/page")).Verdict.ShouldBe(LinkVerdict.Works);

        site.Asked.Select(one => one.Request).ShouldBe(["HEAD /page", "GET /page"]);
        site.Asked.ShouldAllBe(one => one.UserAgent == "Council checker");
    }

    [Fact]
    public async Task Visit_EndlessBody_IsNotRead()
    {
        await using var site = await TestSite.StartAsync(async context =>
        {
            if (context.Request.Method == "HEAD")
            {
                context.Response.StatusCode = 405;
                return;
            }

            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            // The request is over as soon as the checker has the head of the answer.
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        (await VisitAsync(site, "/page")).Verdict.ShouldBe(LinkVerdict.Works);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task Visit_Redirect_ProposesOnlyPermanentOnes(int status, bool proposes)
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            if (context.Request.Path == "/old")
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = "/new";
            }
        });

        var answer = await VisitAsync(site, "/old");

        answer.Verdict.ShouldBe(LinkVerdict.Works);
        answer.MovedTo.ShouldBe(proposes ? site.Url("/new") : null);
    }

    [Fact]
    public async Task Visit_PermanentThenTemporary_ProposesThePermanentOne()
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = context.Request.Path.Value switch
            {
                "/old" => (301, "/new"),
                "/new" => (302, "/today"),
                _ => (200, default),
            };
        });

        (await VisitAsync(site, "/old")).MovedTo.ShouldBe(site.Url("/new"));
    }

    [Fact]
    public async Task Visit_RedirectToWhatIsGone_Fails()
    {
        await using var site = await TestSite.StartAsync(context =>
            (context.Response.StatusCode, context.Response.Headers.Location) = context.Request.Path == "/old" ? (301, "/new") : (404, default));

        var answer = await VisitAsync(site, "/old");

        (answer.Verdict, answer.MovedTo).ShouldBe((LinkVerdict.Fails, null));
    }

    [Fact]
    public async Task Visit_RedirectWithoutEnd_Fails()
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/again";
        });

        (await VisitAsync(site, "/again")).Problem.ShouldContain("without end");
        site.Asked.Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("1", 60)]
    [InlineData("99999999", 7 * 24 * 3600)]
    public async Task Visit_RetryAfter_IsHonouredWithinBounds(string header, int seconds)
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
        });

        var answer = await VisitAsync(site, "/page");

        (answer.Verdict, answer.Wait).ShouldBe((LinkVerdict.Later, TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task Visit_NoAnswer_FailsInTime()
    {
        await using var site = await TestSite.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        (await VisitAsync(site, "/page", timeout: 1)).Problem.ShouldBe("There was no answer within 1 seconds");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@www.gov.uk/")]
    public async Task Visit_RedirectIntoTheInside_IsNotFollowed(string inside)
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = inside;
        });

        var answer = await VisitAsync(site, "/page");

        answer.Verdict.ShouldBe(LinkVerdict.Refused);
        answer.Problem.ShouldContain("leads on to an address that is not asked");
    }

    [Fact]
    public async Task Visit_SiteThatIsNotTrusted_IsNeverConnectedTo()
    {
        await using var site = await TestSite.StartAsync(_ => { });
        using var visitor = Visitor(trusted: [], timeout: 5);

        (await visitor.VisitAsync(site.Url("/page"), default)).Verdict.ShouldBe(LinkVerdict.Refused);

        site.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Connect_NameThatResolvesToAnAddressThatIsNotAllowed_IsRefusedWithoutConnecting()
    {
        // What an attacker's name server does: the name looks harmless, and means this machine when it is connected to.
        await using var site = await TestSite.StartAsync(_ => { });
        List<IPAddress> looked = [];
        using var client = new HttpClient(OutgoingConnections.Handler((_, address) =>
        {
            looked.Add(address);
            return InternetAddresses.IsPublic(address);
        }));

        var fault = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://localhost:{site.Address.Port}/page")));

        fault.GetBaseException().ShouldBeOfType<NoAllowedAddressException>();
        looked.ShouldContain(IPAddress.Loopback);
        site.Asked.ShouldBeEmpty();
    }

    private static async Task<LinkAnswer> VisitAsync(TestSite site, string path, int timeout = 20)
    {
        using var visitor = Visitor([site.Endpoint], timeout);
        return await visitor.VisitAsync(site.Url(path), default);
    }

    private static LinkVisitor Visitor(List<string> trusted, int timeout) => new(
        new LinkRules(new LinkSettings { UserAgent = "Council checker", TimeoutSeconds = timeout }, new LinkOptions { TrustedEndpoints = trusted }), TimeProvider.System);
}
