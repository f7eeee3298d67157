namespace LearningDev.Workflows.Letters;

/// <summary>Keeps workflows from telling people anything while requests are brought in that were sent elsewhere or earlier. One is made for each scope.</summary>
public sealed class LetterSilence
{
    /// <summary>True while nobody is told.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Has nobody told until the answer is disposed of.</summary>
    public IDisposable Begin()
    {
        IsOn = true;
        return new End(this);
    }

    private sealed class End(LetterSilence silence) : IDisposable
    {
        public void Dispose() => silence.IsOn = false;
    }
}
