using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Media;

/// <summary>What the media library takes; the settings section "MediaSettings". Megabytes have 1,048,576 bytes.</summary>
public sealed class MediaSettings
{
    /// <summary>What no setting exceeds, in megabytes: larger requests are refused before the portal looks at them.</summary>
    internal const int MostMegabytes = 4000;

    private const string Megabytes = "megabytes";
    private const long BytesOfMegabyte = 1024 * 1024;

    /// <summary>The largest picture, in megabytes, from 1 to 100.</summary>
    [Display(Name = "Largest picture"), SettingUnit(Megabytes), Range(1, 100)]
    public int PictureMegabytes { get; set; } = 20;

    /// <summary>The largest document, presentation or spreadsheet, in megabytes, from 1 to 500.</summary>
    [Display(Name = "Largest document, presentation or spreadsheet"), SettingUnit(Megabytes), Range(1, 500)]
    public int DocumentMegabytes { get; set; } = 50;

    /// <summary>The largest video, in megabytes, from 1 to 4,000.</summary>
    [Display(Name = "Largest video"), SettingUnit(Megabytes), Range(1, MostMegabytes)]
    public int VideoMegabytes { get; set; } = 500;

    /// <summary>The largest recording, in megabytes, from 1 to 1,000.</summary>
    [Display(Name = "Largest sound recording"), SettingUnit(Megabytes), Range(1, 1000)]
    public int AudioMegabytes { get; set; } = 100;

    /// <summary>How much an Office file may hold when it is unpacked, in megabytes, from 10 to 4,000.</summary>
    [Display(Name = "Largest Office file when unpacked", Description = "Protects the portal from files that unpack to much more than they seem"), SettingUnit(Megabytes), Range(10, 4000)]
    public int UnpackedMegabytes { get; set; } = 500;

    /// <summary>How much all files may take together, in gigabytes of 1,024 megabytes, from 1 to 10,000.</summary>
    [Display(Name = "Largest library", Description = "All files together. They are in the database and in each backup"), SettingUnit("gigabytes"), Range(1, 10_000)]
    public int LibraryGigabytes { get; set; } = 20;

    /// <summary>How many million pixels a picture may have, from 1 to 200. The portal needs four bytes for each while it makes it smaller.</summary>
    [Display(Name = "Most pixels of a picture", Description = "In millions. A picture of 50 million pixels takes 200 megabytes of memory while it is made smaller"), Range(1, 200)]
    public int PictureMegapixels { get; set; } = 50;

    /// <summary>The longest side that a picture is kept with, in pixels, from 640 to 8,000; larger ones are made smaller when they are added.</summary>
    [Display(Name = "Longest side of a picture that is kept", Description = "Larger pictures are made smaller when they are added"), SettingUnit("pixels"), Range(640, 8000)]
    public int LongestSide { get; set; } = 2560;

    /// <summary>The widths in which pages may show a picture, in pixels, from 64 to 4,000.</summary>
    [Display(Name = "Widths of pictures in pages", Description = "In pixels. A browser chooses the one that suits the screen"), MinLength(1, ErrorMessage = "Enter a width"), MaxLength(10, ErrorMessage = "Enter 10 widths or fewer")]
    public List<PictureWidth> Widths { get; set; } = [new(320), new(640), new(960), new(1280), new(1920)];

    internal IEnumerable<int> OrderedWidths => Widths.Select(width => width.Pixels).Distinct().Order();

    /// <summary>The largest file of a kind in bytes.</summary>
    internal long Largest(MediaKind kind) => BytesOfMegabyte * kind switch
    {
        MediaKind.Picture => PictureMegabytes,
        MediaKind.Video => VideoMegabytes,
        MediaKind.Audio => AudioMegabytes,
        MediaKind.Captions => 1,
        _ => DocumentMegabytes,
    };

    /// <summary>The largest file of any kind in bytes.</summary>
    internal long LargestOfAll => Enum.GetValues<MediaKind>().Max(Largest);
}

/// <summary>A width in which pages may show a picture.</summary>
public sealed class PictureWidth
{
    /// <summary>Makes an empty row of the form.</summary>
    public PictureWidth()
    {
    }

    /// <summary>Makes a width.</summary>
    public PictureWidth(int pixels) => Pixels = pixels;

    /// <summary>The width in pixels, from 64 to 4,000.</summary>
    [Display(Name = "Width"), SettingUnit("pixels"), Range(64, 4000)]
    public int Pixels { get; set; }
}
