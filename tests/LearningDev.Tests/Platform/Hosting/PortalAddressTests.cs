using LearningDev.Platform.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

public class PortalAddressTests
{
    [Theory]
    [InlineData("Production", "learning.council.example", "*", null)]
    [InlineData("Production", "localhost", "localhost", null)]
    [InlineData("Demonstration", "localhost:5080", "*", "http://localhost:5080")]
    [InlineData("Demonstration", "127.0.0.1:5080", "*", "http://127.0.0.1:5080")]
    [InlineData("Demonstration", "attacker.example", "*", null)]
    [InlineData("Demonstration", "attacker.example", "*.example", null)]
    [InlineData("Demonstration", "learning.council.example", "learning.council.example", "http://learning.council.example")]
    public void Root_NotConfigured_TakesTheRequestsHostOnlyWhenItIsSafe(string environment, string host, string allowed, string? root) =>
        Address(environment, host, allowed, null).Root.ShouldBe(root);

    [Theory]
    [InlineData("https://learning.council.example", "https://learning.council.example/sign-in")]
    [InlineData("https://council.example/learning/", "https://council.example/learning/sign-in")]
    public void Of_Configured_IsBelowIt(string configured, string address) =>
        Address("Production", "attacker.example", "*", configured).Of("/sign-in").ShouldBe(address);

    [Theory]
    [InlineData("learning.council.example")]
    [InlineData("ftp://council.example")]
    [InlineData("https://council.example/?page=1")]
    public void Root_ConfiguredWrongly_SaysWhatItMustBe(string configured) =>
        Should.Throw<InvalidOperationException>(() => Address("Production", "localhost", "*", configured).Root).Message.ShouldContain("Portal:PublicUrl");

    private static PortalAddress Address(string environment, string host, string allowed, string? configured)
    {
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString(host) } };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", allowed), new("Portal:PublicUrl", configured)]).Build();
        return new PortalAddress(configuration, new Named(environment), new HttpContextAccessor { HttpContext = request });
    }

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
