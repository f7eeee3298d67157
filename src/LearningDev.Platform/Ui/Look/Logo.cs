using System.Globalization;
using System.Text.RegularExpressions;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Ui.Look;

/// <summary>A logo that was uploaded. Rows stay, so that an earlier version of the settings can be restored.</summary>
internal sealed class Logo
{
    /// <summary>The name in its address: a part of the content's hash, then width and height in pixels, for example "1f0c…-320x96".</summary>
    public required string Id { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    public required DateTime UploadedUtc { get; init; }

    public string? UploadedById { get; init; }
}

/// <summary>A logo as pages show it.</summary>
/// <param name="Path">The address, which may be kept for good.</param>
/// <param name="Width">The width in the masthead, in CSS pixels.</param>
/// <param name="Height">The height in the masthead, in CSS pixels.</param>
/// <param name="Text">The alternative text.</param>
internal sealed partial record ShownLogo(string Path, int Width, int Height, string Text)
{
    private const int MostWidth = 240;
    private const int MostHeight = 48;

    /// <summary>The logo that the settings name; null for the theme's.</summary>
    public static ShownLogo? Of(LookSettings look)
    {
        if (Name().Match(look.Logo) is not { Success: true } match)
        {
            return null;
        }

        var (width, height) = (Number("width"), Number("height"));
        var scale = Math.Min((double)MostWidth / width, (double)MostHeight / height);
        return new ShownLogo($"/theme/logo/{look.Logo}", Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), look.LogoText);

        double Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^[0-9a-f]{20}-(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4})$")]
    private static partial Regex Name();
}

internal static class LookTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<Logo>(entity =>
    {
        entity.ToTable("platform_logo");
        entity.Property(row => row.Id).HasMaxLength(40);
        entity.Property(row => row.FileName).HasMaxLength(LogoFile.LongestName);
        entity.Property(row => row.ContentType).HasMaxLength(40);
        entity.Property(row => row.UploadedById).HasMaxLength(Identifiers.MaximumLength);
    });
}
