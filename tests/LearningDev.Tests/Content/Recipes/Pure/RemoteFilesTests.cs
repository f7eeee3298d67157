using System.Net;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Steps;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Pure;

[Requirement("CMS-05")]
public class RemoteFilesTests
{
    private const string Address = "https://files.example/picture.png";

    private static readonly RecipeLimits Limits = new() { RemoteHosts = ["files.example", "localhost", "127.0.0.1"], RemoteSeconds = 1 };

    [Theory]
    [InlineData("http://files.example/picture.png", "begins with https://")]
    [InlineData("file:///etc/passwd", "begins with https://")]
    [InlineData("picture.png", "begins with https://")]
    [InlineData("https://user:secret@files.example/picture.png", "begins with https://")]
    [InlineData("https://elsewhere.example/picture.png", "does not list it")]
    [InlineData("https://files.example.elsewhere.example/picture.png", "does not list it")]
    [InlineData("https://localhost/picture.png", "no address on the internet")]
    [InlineData("https://127.0.0.1/picture.png", "no address on the internet")]
    public async Task Fetch_AddressThatIsNotAllowed_IsRefused(string address, string words)
    {
        using var files = new RemoteFiles();

        (await Should.ThrowAsync<RecipeException>(() => files.FetchAsync(address, Limits, 100, default))).Message.ShouldContain(words);
    }

    [Fact]
    public async Task Fetch_AllowedAddress_HasItsBytes() => (await FetchAsync(_ => Answer(new byte[100]))).ShouldBe(new byte[100]);

    [Fact]
    public async Task Fetch_TooLarge_IsRefused() => await RefusedAsync(_ => Answer(new byte[101]), "larger than");

    [Fact]
    public async Task Fetch_NotFound_IsRefused() => await RefusedAsync(_ => new HttpResponseMessage(HttpStatusCode.NotFound), "answered 404");

    [Theory]
    [InlineData("https://elsewhere.example/picture.png", "does not list it")]
    [InlineData("http://files.example/picture.png", "begins with https://")]
    [InlineData("/again", "answered 302")]
    public async Task Fetch_RedirectElsewhereOrForEver_IsRefused(string location, string words) =>
        await RefusedAsync(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } }, words);

    [Fact]
    public async Task Fetch_NoAnswer_IsGivenUp() => await RefusedAsync(_ => null, "took longer than 1 seconds");

    private static HttpResponseMessage Answer(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };

    private static async Task<byte[]> FetchAsync(Func<HttpRequestMessage, HttpResponseMessage?> answer)
    {
        using var files = new RemoteFiles(new Host(answer));
        return await files.FetchAsync(Address, Limits, 100, default);
    }

    private static async Task RefusedAsync(Func<HttpRequestMessage, HttpResponseMessage?> answer, string words) =>
        (await Should.ThrowAsync<RecipeException>(() => FetchAsync(answer))).Message.ShouldContain(words);

    /// <summary>A host on the internet; one that answers nothing keeps the caller waiting.</summary>
    private sealed class Host(Func<HttpRequestMessage, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (answer(request) is { } given)
            {
                return given;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
