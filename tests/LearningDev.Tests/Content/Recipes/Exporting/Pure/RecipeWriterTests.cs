using System.Text;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Pure;

[Requirement("CMS-05")]
public class RecipeWriterTests
{
    private static readonly DateTime Moment = new(2026, 11, 22, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Write_Recipe_HasOrchardCoresEnvelopeInItsOrder()
    {
        using var stream = new MemoryStream();
        await using (var writer = new RecipeWriter(stream))
        {
            writer.Begin(new RecipeExportOptions { Name = "some", DisplayName = "Some", Description = "Some of it" }, "A council", Moment);
            (await writer.WriteAsync(ExportedStep.Of("content", "data", [new JsonObject { ["Owner"] = null, ["Text"] = "Ünïcode – “quoted”" }]), CancellationToken.None)).ShouldBe(1);
            await writer.EndAsync(CancellationToken.None);
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            """
            {
              "name": "some",
              "displayName": "Some",
              "description": "Some of it",
              "author": "A council",
              "website": "",
              "version": "1.0.0",
              "issetuprecipe": false,
              "exportUtc": "2026-11-22T09:30:00Z",
              "categories": [],
              "tags": [],
              "variables": {},
              "steps": [
                {
                  "name": "content",
                  "data": [
                    {
                      "Owner": null,
                      "Text": "Ünïcode – “quoted”"
                    }
                  ]
                }
              ]
            }

            """);
    }

    [Fact]
    public async Task Write_TenThousandItems_NeverHoldsMoreThanAFewOfThem()
    {
        const int items = 10_000;
        const int largestBuffer = 128 * 1024;
        using var stream = new CountingStream();
        var text = new string('x', 10_000);
        var mostHeld = 0L;
        await using (var writer = new RecipeWriter(stream))
        {
            writer.Begin(new RecipeExportOptions { Name = "many" }, "", Moment);
            (await writer.WriteAsync(new ExportedStep("content", [], "data", ItemsAsync()), CancellationToken.None)).ShouldBe(items);
            await writer.EndAsync(CancellationToken.None);
        }

        stream.Written.ShouldBeGreaterThan(items * (long)text.Length);
        mostHeld.ShouldBeLessThan(largestBuffer);

        async IAsyncEnumerable<JsonNode> ItemsAsync()
        {
            for (var number = 0; number < items; number++)
            {
                // What was asked for and has not been written yet stands in memory.
                mostHeld = Math.Max(mostHeld, (number * (long)text.Length) - stream.Written);
                yield return new JsonObject { ["ContentItemId"] = $"item{number}", ["Text"] = text };
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Dispose_AfterAFault_WritesNoMore()
    {
        using var stream = new CountingStream();
        await using (var writer = new RecipeWriter(stream))
        {
            writer.Begin(new RecipeExportOptions(), "", Moment);
        }

        stream.Written.ShouldBe(0);
    }

    private sealed class CountingStream : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
