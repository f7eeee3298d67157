using System.ComponentModel.DataAnnotations;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

/// <summary>A form with a property for each kind of field.</summary>
internal sealed class CourseForm
{
    [Display(Name = "Course title")]
    public string? Title { get; set; }

    public string? ProviderWebsite { get; set; }

    public decimal? Cost { get; set; }

    public string? Unit { get; set; }

    public CourseFormat? Format { get; set; }

    public bool IsMandatory { get; set; }

    public bool? IsRecognised { get; set; }

    public List<string> Topics { get; set; } = [];

    [Display(Name = "Date of review")]
    public DateOnly? ReviewOn { get; set; }

    public DateOnly EndsOn { get; set; }

    public string? Password { get; set; }
}

internal enum CourseFormat
{
    FaceToFace,
    Online,
}
