using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Volunteering.Leave;

/// <summary>Reasons that people must give.</summary>
internal static class Reasons
{
    /// <summary>Reads a reason, and says what is wrong with it.</summary>
    public static bool Check(string? typed, string key, ModelStateDictionary state, out string reason)
    {
        reason = (typed ?? "").Trim();
        if (reason.Length == 0)
        {
            state.AddModelError(key, "Enter why");
        }
        else if (reason.Length > ClaimRow.ReasonLength)
        {
            state.AddModelError(key, $"Why must be {ClaimRow.ReasonLength} characters or less");
        }

        return state.IsValid;
    }
}
