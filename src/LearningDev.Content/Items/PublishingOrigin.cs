namespace LearningDev.Content.Items;

/// <summary>Where what is published comes from.</summary>
public enum PublishingSource
{
    /// <summary>Somebody publishes it, now or at a planned time.</summary>
    Person,

    /// <summary>A recipe that an administrator runs on a portal that is in use.</summary>
    Recipe,

    /// <summary>A file of another system's catalogue.</summary>
    Import,

    /// <summary>The recipe that sets a new portal up, which whoever installs the portal has chosen and trusts.</summary>
    SetUp,
}

/// <summary>Says within a scope where what is published comes from, for gates that mind.</summary>
public sealed class PublishingOrigin
{
    /// <summary>Where it comes from.</summary>
    public PublishingSource Source { get; private set; }

    /// <summary>Has what is published come from a source until the answer is disposed of. All that set-up runs belongs to set-up.</summary>
    public IDisposable Begin(PublishingSource source)
    {
        var before = Source;
        Source = before == PublishingSource.SetUp ? before : source;
        return new End(this, before);
    }

    private sealed class End(PublishingOrigin origin, PublishingSource before) : IDisposable
    {
        public void Dispose() => origin.Source = before;
    }
}
