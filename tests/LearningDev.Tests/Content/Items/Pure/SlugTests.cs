using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Items;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Items.Pure;

public partial class SlugTests
{
    [Theory]
    [InlineData("Chairing skills", "chairing-skills")]
    [InlineData("  Health & safety: what’s new? ", "health-safety-whats-new")]
    [InlineData("Café naïve", "cafe-naive")]
    [InlineData("Cŵn a chathod", "cwn-a-chathod")]
    [InlineData("中文 課程", "中文-課程")]
    [InlineData("...", "")]
    public void Slug_Words_ReadAsAnAddress(string words, string slug) => ContentRoutes.Slug(words).ShouldBe(slug);

    [Fact]
    public void Slug_HalfACharacter_IsLeftOut() => ContentRoutes.Slug("a" + (char)0xD800 + "b \U0001F600").ShouldBe("a-b");

    [Fact]
    public void Slug_AnyText_IsALegalPath() => Prop.ForAll<string?>(text =>
    {
        var slug = ContentRoutes.Slug(text ?? "");
        return slug.Length == 0 || (LegalPath().IsMatch(slug) && ContentRoutes.Slug(slug) == slug);
    }).QuickCheckThrowOnFailure();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}-]*$")]
    private static partial Regex LegalPath();
}
