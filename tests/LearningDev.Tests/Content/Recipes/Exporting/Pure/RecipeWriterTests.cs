using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Pure;

[Requirement("CMS-05")]
public class RecipeWriterTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public async Task Write_ElementOfAnyLength_IsSentWithoutBlocking(int length)
    {
        var text = new string('w', length);
        await using var sent = new AnswerStream();
        await using (var writer = new RecipeWriter(sent))
        {
            writer.Begin(new RecipeExportOptions { Name = "long" }, "Council", DateTime.UnixEpoch);
            await writer.WriteAsync(ExportedStep.Of("content", "data", [new JsonObject { ["Text"] = text }, new JsonObject { ["Text"] = "short" }]), default);
            await writer.EndAsync(default);
        }

        var recipe = JsonNode.Parse(sent.Written)!;
        ((string?)recipe["steps"]![0]!["data"]![0]!["Text"]).ShouldBe(text);
        ((string?)recipe["steps"]![0]!["data"]![1]!["Text"]).ShouldBe("short");
    }

    /// <summary>Refuses to be written to by a thread that waits, as an answer over the network does.</summary>
    private sealed class AnswerStream : Stream
    {
        private readonly MemoryStream kept = new();

        public byte[] Written => kept.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => kept.Length;

        public override long Position { get => kept.Position; set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => kept.WriteAsync(buffer, cancellationToken);
    }
}
