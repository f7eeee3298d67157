using System.IO.MemoryMappedFiles;
using System.Text;
using LearningDev.Platform.Hosting;

namespace LearningDev.Platform.Email;

/// <summary>
/// Notes on this machine how far the letter has come that this process is handing to the mail server, so that a process that is started after a kill knows.
/// The note is a page of memory shared with a file: writing it is one store, which the operating system keeps however the process ends.
/// </summary>
internal sealed class HandOverJournal : IDisposable
{
    private const int Size = 256;
    private const int StageAt = 0;
    private const int AttemptAt = 8;
    private const int LengthAt = 16;
    private const int IdAt = 24;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor note;

    public HandOverJournal(PortalNode node)
        : this(Path.Combine(node.OwnFolder, "handover"))
    {
    }

    internal HandOverJournal(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Size);
        note = file.CreateViewAccessor(0, Size);
    }

    /// <summary>What was noted last of a letter at an earlier attempt; <see cref="HandOverStage.None"/> when the last note is about another letter.</summary>
    /// <param name="id">The id of the message of the outbox.</param>
    /// <param name="attempt">The attempt that is being made now.</param>
    public HandOverStage Earlier(string id, int attempt)
    {
        var bytes = new byte[Math.Clamp(note.ReadInt32(LengthAt), 0, Size - IdAt)];
        note.ReadArray(IdAt, bytes, 0, bytes.Length);
        // When an administrator has a letter sent again, its attempts are counted from the beginning and the note is about another series.
        return Encoding.UTF8.GetString(bytes) == id && note.ReadInt32(AttemptAt) < attempt ? (HandOverStage)note.ReadInt32(StageAt) : HandOverStage.None;
    }

    /// <summary>Notes that a letter is about to be handed over.</summary>
    public void Begin(string id, int attempt)
    {
        Note(HandOverStage.None);
        var bytes = Encoding.UTF8.GetBytes(id);
        note.WriteArray(IdAt, bytes, 0, bytes.Length);
        note.Write(LengthAt, bytes.Length);
        note.Write(AttemptAt, attempt);
        Note(HandOverStage.Begun);
    }

    /// <summary>Notes how far the letter has come.</summary>
    public void Note(HandOverStage stage)
    {
        Thread.MemoryBarrier();
        note.Write(StageAt, (int)stage);
        Thread.MemoryBarrier();
    }

    public void Dispose()
    {
        note.Dispose();
        file.Dispose();
    }
}

/// <summary>How far a letter has come on its way to the mail server.</summary>
internal enum HandOverStage
{
    /// <summary>Nothing is known of it, or the server has refused it.</summary>
    None,

    /// <summary>The conversation with the server has begun; it has no letter yet.</summary>
    Begun,

    /// <summary>The letter's end was about to be written, and may have been.</summary>
    Giving,

    /// <summary>The server has been given the letter's end and has not answered.</summary>
    Given,

    /// <summary>The server has answered that it has the letter.</summary>
    Accepted,
}
