using System.Text;
using LearningDev.Platform.Email;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email.Pure;

public sealed class HandOverLogTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly HandOverJournal journal;
    private readonly HandOverLog log;

    public HandOverLogTests()
    {
        journal = new HandOverJournal(path);
        log = new HandOverLog(journal);
        journal.Begin("letter", 1);
    }

    // What the process that is started after a kill reads.
    private HandOverStage Stage
    {
        get
        {
            using var later = new HandOverJournal(path);
            return later.Earlier("letter", 2);
        }
    }

    public void Dispose()
    {
        log.Dispose();
        journal.Dispose();
        File.Delete(path);
    }

    [Fact]
    public void Conversation_EachStep_IsNoted()
    {
        Stage.ShouldBe(HandOverStage.Begun);
        Client("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n");
        Server("250 Accepted\r\n250 Accepted\r\n");
        Client("DATA\r\n");
        Stage.ShouldBe(HandOverStage.Begun);
        Server("354 Go on\r\n");
        log.AboutToWrite();
        Stage.ShouldBe(HandOverStage.Giving);
        Client("Subject: x\r\n\r\nFirst piece\r\n");
        Stage.ShouldBe(HandOverStage.Begun);
        log.AboutToWrite();
        Client("Last\r\n.");
        log.AboutToWrite();
        Client("\r\n");
        Stage.ShouldBe(HandOverStage.Given);
        Server("250 Queued\r\n");
        Stage.ShouldBe(HandOverStage.Accepted);
    }

    [Fact]
    public void Conversation_RefusedAtTheEnd_IsNotGiven()
    {
        Client("DATA\r\n");
        Server("354 Go on\r\n");
        log.AboutToWrite();
        Client("Text\r\n.\r\n");
        Server("554 No\r\n");

        Stage.ShouldBe(HandOverStage.None);
    }

    [Fact]
    public void Earlier_AnotherLetterOrTheSameAttempt_SaysNothing()
    {
        journal.Note(HandOverStage.Accepted);

        journal.Earlier("other", 2).ShouldBe(HandOverStage.None);
        journal.Earlier("letter", 1).ShouldBe(HandOverStage.None);
        journal.Earlier("letter", 2).ShouldBe(HandOverStage.Accepted);
    }

    private void Client(string text) => log.LogClient(Encoding.ASCII.GetBytes(text), 0, text.Length);

    private void Server(string text) => log.LogServer(Encoding.ASCII.GetBytes(text), 0, text.Length);
}
