using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Content.Media.Describing;

/// <summary>What somebody says of a picture in a form: what it shows, or that it only decorates (WCAG 2.2, 1.1.1).</summary>
internal sealed class PictureWords
{
    /// <summary>The file's id.</summary>
    public string? Id { get; set; }

    /// <summary>What the picture shows.</summary>
    public string? Text { get; set; }

    /// <summary>True when it only decorates.</summary>
    public bool Decorates { get; set; }

    public static PictureWords Of(MediaFile file) => new() { Id = file.Id, Text = file.AlternativeText, Decorates = file.IsDecorative };

    public MediaWords ToWords() => new(Decorates ? "" : Text?.Trim() ?? "", Decorates);

    /// <summary>Demands one of both, and not too many words.</summary>
    /// <param name="state">Where errors are told.</param>
    /// <param name="prefix">What the names of the fields begin with.</param>
    /// <param name="name">The file's name.</param>
    public void Check(ModelStateDictionary state, string prefix, string name)
    {
        var text = Text?.Trim() ?? "";
        if (text.Length == 0 && !Decorates)
        {
            state.AddModelError(prefix + nameof(Text), $"Enter what {name} shows, or tick that it only decorates");
        }
        else if (text.Length > 0 && Decorates)
        {
            state.AddModelError(prefix + nameof(Text), $"Either enter what {name} shows or tick that it only decorates, not both");
        }
        else if (text.Length > MediaFile.AlternativeTextLength)
        {
            state.AddModelError(prefix + nameof(Text), $"What {name} shows must be {MediaFile.AlternativeTextLength} characters or fewer");
        }
    }
}
