using LearningDev.Platform.Calendar;

namespace LearningDev.Volunteering.Claims;

/// <summary>What somebody has in a leave year, in minutes.</summary>
/// <param name="Year">The leave year.</param>
/// <param name="Allowance">What the rules give.</param>
/// <param name="OwnTime">The own time of claims that wait or are agreed.</param>
/// <param name="Waiting">The leave of claims that wait for a decision.</param>
/// <param name="Agreed">The leave that is agreed.</param>
/// <param name="Taken">How much leave was taken.</param>
/// <param name="Kept">The leave of claims that were reversed after it had been taken: it stays used.</param>
internal sealed record Balance(NamedYear Year, int Allowance, int OwnTime, int Waiting, int Agreed, int Taken, int Kept)
{
    /// <summary>What can still be claimed. Never less than nothing, also when somebody has come to work fewer hours since.</summary>
    public int Left => Math.Max(0, Allowance - Waiting - Agreed - Kept);

    /// <summary>Agreed leave that was not taken.</summary>
    public int ToTake => Math.Max(0, Agreed + Kept - Taken);

    /// <summary>Adds claims of one leave year up.</summary>
    public static Balance Of(NamedYear year, int allowance, IEnumerable<CountedClaim> claims)
    {
        var balance = new Balance(year, allowance, 0, 0, 0, 0, 0);
        foreach (var claim in claims)
        {
            balance = claim.State switch
            {
                ClaimState.Sent => balance with { OwnTime = balance.OwnTime + claim.OwnMinutes, Waiting = balance.Waiting + claim.LeaveMinutes },
                ClaimState.Agreed => balance with
                {
                    OwnTime = balance.OwnTime + claim.OwnMinutes,
                    Agreed = balance.Agreed + claim.LeaveMinutes,
                    Taken = balance.Taken + claim.TakenMinutes,
                },
                ClaimState.Reversed => balance with { Kept = balance.Kept + claim.TakenMinutes, Taken = balance.Taken + claim.TakenMinutes },
                _ => balance,
            };
        }

        return balance;
    }
}

/// <summary>A claim as balances count it, in minutes.</summary>
internal sealed record CountedClaim(ClaimState State, int OwnMinutes, int LeaveMinutes, int TakenMinutes);
