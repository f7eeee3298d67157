namespace LearningDev.Platform.Audit.Chain;

/// <summary>The one row that says where the chain of the audit begins and where it ends.</summary>
internal sealed class AuditChainRow
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    /// <summary>How many rows of the chain have been removed because they were old; the chain begins after them.</summary>
    public long StartCount { get; set; }

    /// <summary>The hash of the last removed row; <see cref="AuditHash.Nothing"/> when none is removed.</summary>
    public byte[] StartHash { get; set; } = [];

    /// <summary>How many rows the chain has had, the removed ones included.</summary>
    public long Count { get; set; }

    /// <summary>The number of the newest row.</summary>
    public long LastId { get; set; }

    /// <summary>The hash of the newest row.</summary>
    public byte[] Hash { get; set; } = [];

    public AuditHead Head => new(Count, Hash);
}
