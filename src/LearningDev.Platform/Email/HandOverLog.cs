using System.Text;
using MailKit;

namespace LearningDev.Platform.Email;

/// <summary>
/// Listens to the conversation with the mail server for the moments that the journal needs: the letter's end is about to be written, is written, and the
/// server has it.
/// </summary>
internal sealed class HandOverLog(HandOverJournal journal) : IProtocolLogger
{
    private static readonly byte[] End = Encoding.ASCII.GetBytes("\r\n.\r\n");
    private static readonly byte[] Data = Encoding.ASCII.GetBytes("DATA\r\n");

    private readonly byte[] tail = new byte[End.Length];
    private bool inData;
    private bool asked;
    private bool given;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>A piece is about to leave. Within a letter it may hold the letter's end; encrypted, nobody can see whether it does.</summary>
    public void AboutToWrite()
    {
        if (inData && asked)
        {
            journal.Note(HandOverStage.Giving);
        }
    }

    public void LogConnect(Uri uri)
    {
        inData = false;
        asked = false;
        given = false;
    }

    // MailKit calls this as soon as the bytes are written to the connection.
    public void LogClient(byte[] buffer, int offset, int count)
    {
        var written = buffer.AsSpan(offset, count);
        if (!inData)
        {
            inData = written.EndsWith(Data);
            asked = false;
            tail.AsSpan().Clear();
            return;
        }

        Remember(written);
        if (tail.AsSpan().SequenceEqual(End))
        {
            given = true;
            inData = false;
            journal.Note(HandOverStage.Given);
        }
        else
        {
            journal.Note(HandOverStage.Begun);
        }
    }

    // MailKit calls this before it looks at what the server said.
    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (given && count > 0)
        {
            given = false;
            journal.Note(buffer[offset] == (byte)'2' ? HandOverStage.Accepted : HandOverStage.None);
        }
        else if (inData && count > 0)
        {
            asked = buffer[offset] == (byte)'3';
            inData = asked;
        }
    }

    public void Dispose()
    {
        // Nothing of its own.
    }

    // The letter's end may come in two pieces.
    private void Remember(ReadOnlySpan<byte> written)
    {
        if (written.Length >= tail.Length)
        {
            written[^tail.Length..].CopyTo(tail);
            return;
        }

        tail.AsSpan(written.Length).CopyTo(tail);
        written.CopyTo(tail.AsSpan(tail.Length - written.Length));
    }
}
