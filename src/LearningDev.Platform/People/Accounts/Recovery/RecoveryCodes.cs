using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Recovery;

/// <summary>A recovery code, as a hash.</summary>
internal sealed class RecoveryCode
{
    public long Id { get; init; }

    public required string PersonId { get; init; }

    public required string Hash { get; init; }

    public DateTime? UsedUtc { get; init; }
}

/// <summary>Codes for people who do not have their phone or passkey at hand: ten, each good once (ADM-02). They are shown once and kept as hashes.</summary>
internal sealed class RecoveryCodes(PortalDb db, AccountLetters letters, IEvents events, TimeProvider time)
{
    /// <summary>How many a person is given.</summary>
    public const int Count = 10;

    private const int Length = 16;
    private const int GroupLength = 4;

    // Without the letters that are mistaken for digits, or for each other. 80 bits: too many to try, so that a quick hash will do.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Makes new codes, in the place of all the person has.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Person person)
    {
        await db.Set<RecoveryCode>().Where(row => row.PersonId == person.Id).ExecuteDeleteAsync();
        List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];
        db.AddRange(codes.Select(code => new RecoveryCode { PersonId = person.Id, Hash = HashOf(person.Id, code) }));
        await events.PublishAsync(new RecoveryCodesMade(person.Id, person.FullName));
        return [.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))))];
    }

    /// <summary>Takes away all codes of a person who has no second factor any more.</summary>
    public Task ForgetAsync(Person person) => db.Set<RecoveryCode>().Where(row => row.PersonId == person.Id).ExecuteDeleteAsync();

    /// <summary>Accepts a code, once. One statement, so that of two requests with the same code one is refused.</summary>
    public async Task<bool> AcceptAsync(Person person, string typed)
    {
        var hash = HashOf(person.Id, Plain(typed));
        if (await db.Set<RecoveryCode>().Where(row => row.PersonId == person.Id && row.Hash == hash && row.UsedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedUtc, time.GetUtcNow().UtcDateTime)) != 1)
        {
            return false;
        }

        var left = await db.Set<RecoveryCode>().CountAsync(row => row.PersonId == person.Id && row.UsedUtc == null);
        await events.PublishAsync(new RecoveryCodeUsed(person.Id, person.FullName, left));
        await letters.RecoveryCodeUsedAsync(person, left);
        return true;
    }

    /// <summary>The code as it was made, however it was typed: without spaces and hyphens, and with the digits that letters were taken for.</summary>
    internal static string Plain(string typed) => string.Concat(typed.ToLowerInvariant()
        .Where(sign => sign != '-' && !char.IsWhiteSpace(sign))
        .Select(sign => sign switch { 'o' => '0', 'i' or 'l' => '1', _ => sign }));

    private static string HashOf(string personId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId}\n{code}")));
}

/// <summary>A person was given new recovery codes.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record RecoveryCodesMade(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Made recovery codes for {Name}";
}

/// <summary>A person signed in with a recovery code.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Left">How many codes are left.</param>
public sealed record RecoveryCodeUsed(string PersonId, string Name, int Left) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} used a recovery code";
}
