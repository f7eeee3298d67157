using LearningDev.Platform.Audit.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>
/// Walks the audit's chain from its beginning to its end and finds the first row that is not as it was written (ADM-03). Rows are read one at a time, from a
/// snapshot, so that the portal may run meanwhile and an audit of any length takes no memory.
/// </summary>
internal sealed class AuditVerifier(PortalDb db, IEnumerable<ShortLivedEvent> shortLived, TimeProvider time, DateWords dates)
{
    /// <summary>Checks the whole chain.</summary>
    /// <param name="known">A head of the chain that was kept elsewhere; null when there is none.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<AuditVerification> VerifyAsync(AuditHead? known, CancellationToken cancellation)
    {
        await using var snapshot = await DatabaseSnapshot.OpenAsync(db, cancellation);
        var chain = await ReadChainAsync(snapshot, cancellation);
        var walk = new Walk(chain, known, [.. shortLived.Select(one => one.Event)], time.GetUtcNow().UtcDateTime.AddDays(-AuditRetention.FewestDays));
        string? fault;
        AuditEntry? faulty = null;
        try
        {
            fault = walk.Begin();
            await using var rows = AuditRows.ReadAllAsync(snapshot, cancellation).GetAsyncEnumerator(cancellation);
            while (fault is null && await rows.MoveNextAsync())
            {
                fault = walk.Take(rows.Current);
                faulty = fault is null ? null : rows.Current;
            }

            fault ??= walk.End();
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or OverflowException)
        {
            fault = $"The row after row {walk.LastId} holds what the portal never writes: {unreadable.Message}";
        }

        // Only now: PostgreSQL's connection does one thing at a time.
        return new AuditVerification(walk.Rows, walk.Emptied, chain, faulty is null ? fault : $"{await NameAsync(faulty)}: {fault}");
    }

    private async Task<string> NameAsync(AuditEntry row) => $"Row {row.Id} ({row.Summary}, {await dates.MomentAsync(row.OccurredUtc)})";

    private static async Task<AuditChainRow> ReadChainAsync(DatabaseSnapshot snapshot, CancellationToken cancellation)
    {
        await using var command = snapshot.Command("SELECT start_count, start_hash, count, last_id, hash FROM audit_chain WHERE id = 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new AuditChainRow
            {
                StartCount = reader.GetInt64(0),
                StartHash = reader.GetFieldValue<byte[]>(1),
                Count = reader.GetInt64(2),
                LastId = reader.GetInt64(3),
                Hash = reader.GetFieldValue<byte[]>(4),
            }
            : throw new InvalidOperationException("The table audit_chain is empty: nothing says where the audit ends.");
    }

    /// <summary>How far the check has come.</summary>
    private sealed class Walk(AuditChainRow chain, AuditHead? known, HashSet<string> shortLived, DateTime youngestEmptied)
    {
        private byte[] hash = chain.StartHash;

        public long Rows { get; private set; }

        public long Emptied { get; private set; }

        public long LastId { get; private set; }

        public string? Begin() =>
            known is null || known.Count > chain.StartCount ? null
            : known.Count < chain.StartCount ? $"The head given is of {known.Count} rows, but the first {chain.StartCount} have been removed because of their age. Give a newer one."
            : IsKnownHead() ? null : "The chain does not begin where the head given says.";

        public string? Take(AuditEntry row)
        {
            var expected = AuditHash.OfRow(hash, row);
            if (!expected.AsSpan().SequenceEqual(row.Hash))
            {
                return Rows > 0 && row.Id > LastId + 1
                    ? $"it does not follow row {LastId}. It was changed, or rows between the two were removed."
                    : "it is not as it was written, or it does not stand where it was written: it was changed, put in or moved, or the row before it was.";
            }

            if (row.DetailsHash is not null && !MayBeEmpty(row))
            {
                return "its details have been removed, though rows of its kind and age keep theirs.";
            }

            Emptied += row.DetailsHash is null ? 0 : 1;
            hash = row.Hash;
            LastId = row.Id;
            Rows++;
            return known is not null && known.Count == chain.StartCount + Rows && !IsKnownHead()
                ? "the chain up to here is sound in itself, but is not the one that the head given was taken of. It was written anew."
                : null;
        }

        public string? End() =>
            chain.StartCount + Rows < chain.Count ? $"The newest {chain.Count - chain.StartCount - Rows} rows are missing: the chain must end with row {chain.LastId}, and ends with row {LastId}."
            : chain.StartCount + Rows > chain.Count || !hash.AsSpan().SequenceEqual(chain.Hash) ? "The chain does not end as the table audit_chain says."
            : known is not null && known.Count > chain.Count ? $"The head given is of {known.Count} rows, but the chain has had {chain.Count} only: the newest were removed, or the database is an older one."
            : null;

        private bool IsKnownHead() => known!.Hash.AsSpan().SequenceEqual(hash);

        private bool MayBeEmpty(AuditEntry row) =>
            shortLived.Contains(row.Event) && row.OccurredUtc < youngestEmptied
            && row is { PersonId: null, PersonName: "", SubjectKind: "", SubjectId: "", SubjectName: "", Summary: "", Data: "{}", Changes: "[]", Reason: "" };
    }
}

/// <summary>What came of checking the chain.</summary>
/// <param name="Rows">How many rows were found sound.</param>
/// <param name="Emptied">How many of them have had their details removed because of their age.</param>
/// <param name="Chain">Where the chain begins and ends.</param>
/// <param name="Fault">What is wrong first, with the row; null when nothing is.</param>
internal sealed record AuditVerification(long Rows, long Emptied, AuditChainRow Chain, string? Fault);
