using System.Net;
using System.Text;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace LearningDev.Tests.TestSupport;

public sealed class FormSubmissionTests : IDisposable
{
    private const string PageText = """
        <!DOCTYPE html>
        <html lang="en-GB"><head><title>Ask</title></head>
        <body>
          <header><form action="/search" method="get"><input name="q"><button>Search</button></form></header>
          <main>
            <form action="/ask" method="post">
              <input type="hidden" name="__RequestVerificationToken" value="token">
              <input name="Title" value="Old">
              <textarea name="Why">Because</textarea>
              <input type="checkbox" name="Days" value="mon" checked><input type="checkbox" name="Days" value="tue">
              <input type="checkbox" name="Agree" value="true"><input type="hidden" name="Agree" value="false">
              <input type="radio" name="Size" value="s"><input type="radio" name="Size" value="l" checked>
              <select name="Kind"><option value="">Choose</option><option value="course">Course</option></select>
              <button name="Do" value="save">Save</button><button name="Do" value="send">Send</button>
            </form>
            <form action="/upload" method="post" enctype="multipart/form-data"><input type="file" name="Photo"><button>Upload</button></form>
          </main>
        </body></html>
        """;

    private readonly Recorder server = new();
    private readonly HttpClient client;

    public FormSubmissionTests() => client = new HttpClient(server) { BaseAddress = new Uri("http://localhost/") };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task SubmitAsync_NothingNamed_SendsThePagesOwnValues()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(page.Form("/ask"));

        server.Address.ShouldBe("POST http://localhost/ask");
        server.Body.ShouldBe("__RequestVerificationToken=token&Title=Old&Why=Because&Days=mon&Agree=false&Size=l&Kind=&Do=save");
    }

    [Fact]
    public async Task SubmitAsync_Values_ReplaceThePagesOwn()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(
            page.Form("/ask"),
            ("Title", "Fire & rescue"), ("Why", null), ("Days", "tue"), ("Agree", "true"), ("Size", "s"), ("Kind", "course"));

        server.Body.ShouldBe(
            "__RequestVerificationToken=token&Title=Fire+%26+rescue&Why=&Days=tue&Agree=true&Agree=false&Size=s&Kind=course&Do=save");
    }

    [Fact]
    public async Task SubmitAsync_SeveralTicks_AreAllSent()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(page.Form("/ask"), ("Days", "mon"), ("Days", "tue"));

        server.Body.ShouldContain("Days=mon&Days=tue");
    }

    [Fact]
    public async Task SubmitAsync_NamedButton_IsTheOnePressed()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(page.Form("/ask"), "Send", [], []);

        server.Body.ShouldEndWith("&Do=send");
    }

    [Fact]
    public async Task SubmitAsync_GetForm_PutsValuesInTheAddress()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(page.Form("/search"), ("q", "first aid"));

        server.Address.ShouldBe("GET http://localhost/search?q=first+aid");
    }

    [Fact]
    public async Task SubmitAsync_File_IsSentInParts()
    {
        var page = await client.GetPageAsync("/ask");

        await client.SubmitAsync(page.Form("/upload"), null, [], [new FormFile("Photo", "me.png", "image/png", Encoding.ASCII.GetBytes("PNG"))]);

        server.ContentType.ShouldStartWith("multipart/form-data; boundary=");
        server.Body.ShouldContain("name=\"Photo\"; filename=\"me.png\"");
        server.Body.ShouldContain("Content-Type: image/png\r\n\r\nPNG");
    }

    [Theory]
    [InlineData("Titel", "x", "has no field 'Titel'")]
    [InlineData("Size", "xl", "does not offer 'xl'; it offers: s, l")]
    [InlineData("Days", "sun", "does not offer 'sun'")]
    [InlineData("Kind", "party", "does not offer 'party'")]
    public async Task SubmitAsync_WhatThePageDoesNotOffer_Fails(string name, string value, string message)
    {
        var page = await client.GetPageAsync("/ask");

        var failure = await Should.ThrowAsync<XunitException>(() => client.SubmitAsync(page.Form("/ask"), (name, value)));

        failure.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Form_NoneForPath_Fails()
    {
        var page = await client.GetPageAsync("/ask");

        Should.Throw<XunitException>(() => page.Form("/elsewhere")).Message.ShouldContain("has 0 forms for /elsewhere");
        Should.Throw<XunitException>(() => page.Form()).Message.ShouldContain("has 2 forms");
    }

    [Fact]
    public async Task GetPageAsync_NotFound_Fails()
    {
        server.Status = HttpStatusCode.NotFound;

        var failure = await Should.ThrowAsync<XunitException>(() => client.GetPageAsync("/nowhere"));

        failure.Message.ShouldContain("GET /nowhere answered 404");
    }

    [Fact]
    public async Task GetPageAsync_Found_IsParsed()
    {
        var page = await client.GetPageAsync("/ask");

        page.Title.ShouldBe("Ask");
        page.QuerySelector("main")!.QuerySelectorAll("form").Length.ShouldBe(2);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string? Address { get; private set; }

        public string? ContentType { get; private set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = $"{request.Method} {request.RequestUri}";
            ContentType = request.Content?.Headers.ContentType?.ToString();
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(PageText, Encoding.UTF8, "text/html"), RequestMessage = request };
        }
    }
}
