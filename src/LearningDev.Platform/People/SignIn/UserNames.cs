using System.Globalization;
using System.Text;

namespace LearningDev.Platform.People.SignIn;

internal static class UserNames
{
    /// <summary>False for what nobody is called, and what neither Unicode's normal forms nor PostgreSQL take.</summary>
    public static bool AreText(string name) => name.EnumerateRunes().All(character =>
        character != Rune.ReplacementChar && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned));
}
