namespace LearningDev.MembersHub.Budgets;

/// <summary>What a movement of the ledger does.</summary>
internal enum EntryKind
{
    /// <summary>The year's allocation.</summary>
    Allocated,

    /// <summary>Democratic Services gave more, or took some back.</summary>
    Adjusted,

    /// <summary>Set aside for a request.</summary>
    Committed,

    /// <summary>Paid for a request, out of what was set aside for it.</summary>
    Spent,

    /// <summary>Set aside no longer.</summary>
    Released,
}

/// <summary>A movement: a kind and an amount in pence. Only <see cref="EntryKind.Adjusted"/> can be less than nothing.</summary>
internal readonly record struct Movement(EntryKind Kind, long Pence);

/// <summary>What the movements of a budget add up to, in pence (MEM-04). Nothing here reads the database.</summary>
/// <param name="Allocated">The allocation with all adjustments.</param>
/// <param name="Committed">What is set aside and not yet paid.</param>
/// <param name="Spent">What is paid.</param>
internal readonly record struct Balance(long Allocated, long Committed, long Spent)
{
    /// <summary>What is set aside or paid.</summary>
    public long Used => Committed + Spent;

    /// <summary>By how much more is used than allocated; recorded overrides come to just this.</summary>
    public long Over => Math.Max(0, Used - Allocated);

    /// <summary>What can still be asked for without an override.</summary>
    public long Left => Math.Max(0, Allocated - Used);

    /// <summary>The override that another amount needs, on top of those that are recorded; 0 when it fits.</summary>
    public long OverrideFor(long pence) => Math.Max(0, Used + pence - Allocated) - Over;

    /// <summary>The balance after a movement.</summary>
    public Balance After(Movement movement) => movement.Kind switch
    {
        EntryKind.Allocated or EntryKind.Adjusted => this with { Allocated = Allocated + movement.Pence },
        EntryKind.Committed => this with { Committed = Committed + movement.Pence },
        EntryKind.Released => this with { Committed = Committed - movement.Pence },
        _ => this with { Committed = Committed - movement.Pence, Spent = Spent + movement.Pence },
    };

    /// <summary>The balance after some movements.</summary>
    public Balance After(IEnumerable<Movement> movements) => movements.Aggregate(this, (balance, movement) => balance.After(movement));

    /// <summary>The movements of an invoice: what is more than was set aside is set aside first, and what is less is released.</summary>
    /// <param name="open">What is set aside for the request.</param>
    /// <param name="invoice">What the invoice comes to; more than 0.</param>
    public static IReadOnlyList<Movement> Invoice(long open, long invoice) =>
    [
        .. invoice > open ? [new Movement(EntryKind.Committed, invoice - open)] : (Movement[])[],
        new Movement(EntryKind.Spent, invoice),
        .. invoice < open ? [new Movement(EntryKind.Released, open - invoice)] : (Movement[])[],
    ];

    /// <summary>True when an allocation can be changed by so much: what is taken back must be left.</summary>
    public bool CanAdjust(long pence) => pence > 0 || (pence < 0 && Allocated + pence >= Used);
}
