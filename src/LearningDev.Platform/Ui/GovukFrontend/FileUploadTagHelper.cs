using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A file to be sent, by a form with <c>enctype="multipart/form-data"</c>: <c>&lt;govuk-file-upload for="Certificate" label="Certificate" accept=".pdf" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-file-upload")]
public sealed class FileUploadTagHelper : LabelledFieldTagHelper
{
    /// <summary>Whether several files may be sent.</summary>
    public bool Multiple { get; set; }

    /// <summary>Whether the script makes it a drop zone.</summary>
    public bool DropZone { get; set; }

    private protected override Field Build(BoundField field) => Multiple
        ? new FileUpload
        {
            Multiple = true,
            Javascript = DropZone,
            ChooseFilesButtonText = "Choose files",
            DropInstructionText = "or drop files",
            NoFileChosenText = "No files chosen",
        }
        : new FileUpload { Javascript = DropZone };
}
