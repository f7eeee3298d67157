using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LearningDev.Content.Editing.Changing;

/// <summary>What the form says, once, after the redirect.</summary>
internal static class SavedNotice
{
    private const string Key = "content-notice";

    public static void Say(ITempDataDictionary tempData, string words) => tempData[Key] = words;

    public static string? Read(ITempDataDictionary tempData) => tempData[Key] as string;
}
