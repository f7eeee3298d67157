using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup.Opening;

/// <summary>Issues the codes that open set-up, one for each node at a time, and takes them: each once, within an hour.</summary>
internal sealed class SetupCodes(PortalDb db, IEvents events, TimeProvider time)
{
    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>After so many wrong codes a code is replaced.</summary>
    public const int MostWrongAttempts = 50;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes a new code for a node, in the place of the one it had.</summary>
    /// <returns>The code, which nobody can read again.</returns>
    public async Task<string> IssueAsync(string node, CancellationToken cancellation = default)
    {
        var code = SetupCode.New();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<SetupCodeRow>().Where(row => row.Node == node).ExecuteDeleteAsync(cancellation);
        db.Add(new SetupCodeRow { Node = node, Hash = SetupCode.Hash(code), ExpiresUtc = Now + Lifetime });
        await events.PublishAsync(new SetupCodeIssued(node), cancellation);
        await transaction.CommitAsync(cancellation);
        return code;
    }

    /// <summary>True while the code of a node can be used.</summary>
    public Task<bool> IsUsableAsync(string node, CancellationToken cancellation = default) =>
        Usable().AnyAsync(row => row.Node == node, cancellation);

    /// <summary>Uses a code up. Of two who send the same code at once, one is let in.</summary>
    /// <returns>False when it is not, or no longer, the code of any node.</returns>
    public async Task<bool> UseAsync(string typed, CancellationToken cancellation = default)
    {
        SetupCodeRow? match = null;
        foreach (var row in await Usable().AsNoTracking().ToListAsync(cancellation))
        {
            match = SetupCode.Matches(typed, row.Hash) ? row : match;
        }

        if (match is not null
            && await db.Set<SetupCodeRow>().Where(row => row.Node == match.Node && row.Hash == match.Hash).ExecuteDeleteAsync(cancellation) == 1)
        {
            await events.PublishAsync(new SetupOpened(match.Node), cancellation);
            return true;
        }

        await db.Set<SetupCodeRow>().ExecuteUpdateAsync(row => row.SetProperty(code => code.WrongAttempts, code => code.WrongAttempts + 1), cancellation);
        await events.PublishAsync(new SetupCodeRefused(), cancellation);
        return false;
    }

    private IQueryable<SetupCodeRow> Usable()
    {
        var now = Now;
        return db.Set<SetupCodeRow>().Where(row => row.ExpiresUtc > now && row.WrongAttempts < MostWrongAttempts);
    }
}

/// <summary>A node has printed a code on its console.</summary>
/// <param name="Node">The name of the machine.</param>
public sealed record SetupCodeIssued(string Node) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Set-up", Node, Node);

    /// <inheritdoc />
    public string Summary => $"Printed a set-up code on the console of {Node}";
}

/// <summary>Somebody has opened set-up with a code.</summary>
/// <param name="Node">The name of the machine whose code it was.</param>
public sealed record SetupOpened(string Node) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Set-up", Node, Node);

    /// <inheritdoc />
    public string Summary => $"Opened set-up with the code of {Node}";
}

/// <summary>Somebody has tried to open set-up with a code that is not right.</summary>
public sealed record SetupCodeRefused : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Set-up", "", "");

    /// <inheritdoc />
    public string Summary => "Refused a wrong set-up code";
}
