using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Partnerships.Confidence;

/// <summary>
/// The keys for words in confidence: files in a folder apart from the database, whose names end with ".key" and hold 32 bytes in Base64. The last by name encrypts; all of them
/// decrypt. The configuration Confidential:KeyFolder says where they lie. Unless it does, a portal on SQLite, which is one node, makes itself a key in its own folder.
/// </summary>
internal sealed class ConfidentialKeys
{
    public const int KeyBytes = 32;

    private const string Ending = ".key";

    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);
    private readonly Lock making = new();
    private readonly TimeProvider time;
    private readonly bool makesItsOwn;

    public ConfidentialKeys(IConfiguration configuration, PortalNode node, DatabaseOptions database, TimeProvider time)
    {
        this.time = time;
        if (configuration["Confidential:KeyFolder"] is { Length: > 0 } configured)
        {
            Folder = Path.GetFullPath(configured);
        }
        else if (database.Provider == DatabaseProvider.Sqlite)
        {
            (Folder, makesItsOwn) = (Path.Combine(node.Folder, "confidential-keys"), true);
        }
    }

    /// <summary>Where the keys lie; null when that is not configured and must be.</summary>
    public string? Folder { get; }

    /// <summary>Why words cannot be encrypted now, for operators; null when they can.</summary>
    public string? Problem
    {
        get
        {
            try
            {
                _ = Current();
                return null;
            }
            catch (ConfidentialKeyMissingException fault)
            {
                return fault.Message;
            }
        }
    }

    /// <summary>The key that words are encrypted with now.</summary>
    /// <exception cref="ConfidentialKeyMissingException">There is none.</exception>
    public ConfidentialKey Current()
    {
        if (Folder is null)
        {
            throw new ConfidentialKeyMissingException("The folder of the keys for words in confidence is not configured (Confidential:KeyFolder).");
        }

        var newest = NewestName();
        if (newest is null && makesItsOwn)
        {
            newest = Make();
        }

        return newest is null
            ? throw new ConfidentialKeyMissingException($"There is no key for words in confidence in {Folder} (Confidential:KeyFolder).")
            : Find(newest);
    }

    /// <summary>The key of a name.</summary>
    /// <exception cref="ConfidentialKeyMissingException">It is not there, or is no key.</exception>
    public ConfidentialKey Find(string id) => new(id, known.GetOrAdd(id, Read));

    private byte[] Read(string id)
    {
        // The name comes out of the database: it must not lead anywhere else.
        if (Folder is null || Path.GetFileName(id) != id)
        {
            throw new ConfidentialKeyMissingException($"The key {id} for words in confidence is not there: no folder of keys is configured (Confidential:KeyFolder).");
        }

        try
        {
            var bytes = Convert.FromBase64String(File.ReadAllText(Path.Combine(Folder, id + Ending)).Trim());
            return bytes.Length == KeyBytes ? bytes : throw new FormatException($"It has {bytes.Length} bytes.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfidentialKeyMissingException($"The key {id} for words in confidence cannot be read in {Folder}.");
        }
        catch (FormatException)
        {
            throw new ConfidentialKeyMissingException($"The file of the key {id} in {Folder} is no key: it must hold {KeyBytes} bytes in Base64.");
        }
    }

    private string? NewestName()
    {
        try
        {
            return Directory.Exists(Folder)
                ? Directory.EnumerateFiles(Folder, $"*{Ending}").Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfidentialKeyMissingException($"The folder {Folder} of the keys for words in confidence cannot be read.");
        }
    }

    private string Make()
    {
        lock (making)
        {
            if (NewestName() is { } made)
            {
                return made;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
            var file = Path.Combine(Folder!, id + Ending);
            try
            {
                MakeFolder();
                // Whoever looks meanwhile sees the whole file or none.
                Write(file + ".part", Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
                File.Move(file + ".part", file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new ConfidentialKeyMissingException($"No key for words in confidence can be made in {Folder}.");
            }

            return id;
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder!);
        }
        else
        {
            Directory.CreateDirectory(Folder!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Write(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine(text);
    }
}

/// <summary>A key for words in confidence.</summary>
/// <param name="Id">Its name, which stands beside what it has encrypted.</param>
/// <param name="Bytes">The key.</param>
internal sealed record ConfidentialKey(string Id, byte[] Bytes);
