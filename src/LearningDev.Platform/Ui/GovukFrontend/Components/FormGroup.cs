namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>What stands around a field: classes and attributes of its box, and content before and after the inputs.</summary>
internal sealed record FormGroup
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public Slot? BeforeInput { get; init; }

    public Slot? AfterInput { get; init; }

    public Slot? BeforeInputs { get; init; }

    public Slot? AfterInputs { get; init; }
}
