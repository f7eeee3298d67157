using System.Net;
using LearningDev.Platform.People.Accounts.Sessions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Sessions.Pure;

public class DeviceWordsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari on a Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1", "Chrome on an iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36", "Samsung Internet on Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData("curl/8.0", "An unknown browser")]
    [InlineData("", "An unknown browser")]
    [InlineData(null, "An unknown browser")]
    public void Of_UserAgent_IsBrowserAndSystem(string? userAgent, string words) => DeviceWords.Of(userAgent).ShouldBe(words);

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.x")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.x")]
    [InlineData("2001:db8:12:34::1", "2001:db8:12::x")]
    [InlineData("127.0.0.1", "this machine")]
    [InlineData("::1", "this machine")]
    public void Network_Address_HidesThePerson(string address, string words) => DeviceWords.Network(IPAddress.Parse(address)).ShouldBe(words);

    [Fact]
    public void Network_None_IsEmpty() => DeviceWords.Network(null).ShouldBe("");
}
