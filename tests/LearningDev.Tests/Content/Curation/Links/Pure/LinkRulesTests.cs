using System.Net;
using LearningDev.Content.Curation.Links;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links.Pure;

[Requirement("CMS-04")]
public class LinkRulesTests
{
    private static readonly LinkRules Rules = new(
        new LinkSettings { IntranetHosts = ["intranet.council.example", "hub"] }, new LinkOptions { TrustedEndpoints = ["127.0.0.1:5000"] });

    [Theory]
    [InlineData("https://www.gov.uk/x")]
    [InlineData("http://www.gov.uk:8080/x")]
    [InlineData("https://intranet.council.example/x")]
    [InlineData("http://hub/x")]
    [InlineData("http://127.0.0.1:5000/x")]
    [InlineData("https://8.8.8.8/")]
    public void WhyNot_AddressThatMayBeAsked_IsNull(string address) => Rules.WhyNot(new Uri(address)).ShouldBeNull();

    [Theory]
    [InlineData("ftp://www.gov.uk/x", "https:// or http://")]
    [InlineData("file:///etc/passwd", "https:// or http://")]
    [InlineData("https://user:secret@www.gov.uk/x", "user name or password")]
    [InlineData("https://www.gov.uk:22/x", "port 22")]
    [InlineData("http://127.0.0.1:5001/x", "port 5001")]
    [InlineData("http://127.0.0.1/x", "inside a network")]
    [InlineData("http://2130706433/x", "inside a network")]
    [InlineData("http://0x7f.1/x", "inside a network")]
    [InlineData("http://[::1]/x", "inside a network")]
    [InlineData("http://[::ffff:10.0.0.1]/x", "inside a network")]
    [InlineData("http://169.254.169.254/latest/meta-data", "inside a network")]
    [InlineData("http://localhost/x", "inside a network")]
    [InlineData("http://database/x", "inside a network")]
    public void WhyNot_AddressThatMayNotBeAsked_SaysWhy(string address, string words) => Rules.WhyNot(new Uri(address)).ShouldNotBeNull().ShouldContain(words);

    [Theory]
    [InlineData("www.gov.uk", "10.0.0.1", false)]
    [InlineData("www.gov.uk", "8.8.8.8", true)]
    [InlineData("intranet.council.example", "10.0.0.1", true)]
    [InlineData("intranet.council.example", "fd12::1", true)]
    [InlineData("intranet.council.example", "127.0.0.1", false)]
    [InlineData("intranet.council.example", "169.254.169.254", false)]
    public void MayConnect_ResolvedAddress_IsHeldToTheHost(string host, string address, bool may) => Rules.MayConnect(host, 443, IPAddress.Parse(address)).ShouldBe(may);
}
