namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A file to be sent.</summary>
internal sealed record FileUpload : Field
{
    public bool Multiple { get; init; }

    /// <summary>Whether the script makes it a drop zone.</summary>
    public bool Javascript { get; init; }

    public string? ChooseFilesButtonText { get; init; }

    public string? DropInstructionText { get; init; }

    public IReadOnlyDictionary<string, string?>? MultipleFilesChosenText { get; init; }

    public string? NoFileChosenText { get; init; }

    public string? EnteredDropZoneText { get; init; }

    public string? LeftDropZoneText { get; init; }

    public string? WrapperClasses { get; init; }

    public IReadOnlyDictionary<string, string?>? WrapperAttributes { get; init; }

    protected override Markup Render() => InFormGroup(describedBy =>
    {
        Markup input = $"""
            <input class="govuk-file-upload{Class(Classes)}{Class(ErrorMessage is not null, "govuk-file-upload--error")}"{Attribute("id", InputId)}{Attribute("name", Name)} type="file"{Flag("disabled", Disabled)}{Flag("multiple", Multiple)}{Attribute("aria-describedby", describedBy)}{Attributes}>
            """;
        return $"""
            {FormGroup?.BeforeInput}
            {(Javascript ? DropZone(input) : input)}
            {FormGroup?.AfterInput}
            """;
    });

    private Markup DropZone(Markup input)
    {
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-file-upload" }
            .WithText("choose-files-button", ChooseFilesButtonText)
            .WithText("no-file-chosen", NoFileChosenText)
            .WithTexts("multiple-files-chosen", MultipleFilesChosenText)
            .WithText("drop-instruction", DropInstructionText)
            .WithText("entered-drop-zone", EnteredDropZoneText)
            .WithText("left-drop-zone", LeftDropZoneText)
            .With(WrapperAttributes);
        return $"""
            <div class="govuk-file-upload-wrapper{Class(WrapperClasses)}"{attributes}>
              {input}
            </div>
            """;
    }
}
