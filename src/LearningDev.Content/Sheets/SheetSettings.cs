using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Sheets;

/// <summary>Limits of files that editors import; the settings section "SheetSettings".</summary>
public sealed class SheetSettings
{
    /// <summary>What no setting exceeds, in megabytes: larger requests are refused before the portal looks at them.</summary>
    internal const int MostUploadMegabytes = 100;

    /// <summary>The largest file that may be uploaded, in megabytes of 1,048,576 bytes, from 1 to 100.</summary>
    [Display(Name = "Largest upload", Description = "From 1 to 100"), Range(1, MostUploadMegabytes), SettingUnit("megabytes")]
    public int UploadMegabytes { get; set; } = 20;

    /// <summary>How much a spreadsheet may hold when it is unpacked, in megabytes, from 10 to 2,000.</summary>
    [Display(Name = "Largest spreadsheet when unpacked", Description = "Protects the portal from files that unpack to much more than they seem"), Range(10, 2000), SettingUnit("megabytes")]
    public int UnpackedMegabytes { get; set; } = 200;

    /// <summary>How many rows a file may have below its header, from 1 to 200,000.</summary>
    [Display(Name = "Most rows in a file"), Range(1, 200_000), SettingUnit("rows")]
    public int Rows { get; set; } = 50_000;

    /// <summary>For how many days an import is kept with its file, from 1 to 365.</summary>
    [Display(Name = "How long an import is kept", Description = "With its file and what became of each row. The audit keeps that it was done"), Range(1, 365), SettingUnit("days")]
    public int KeepDays { get; set; } = 30;
}
