namespace LearningDev.Content.Recipes;

/// <summary>What recipes may and may not do: the section "Recipes" of the host's configuration.</summary>
public sealed class RecipeLimits
{
    /// <summary>The largest recipe file and the largest file that an expression reads, in megabytes of 1,048,576 bytes.</summary>
    public int MaximumMegabytes { get; set; } = 64;

    /// <summary>The most values (objects, arrays, texts, numbers …) that a recipe may have.</summary>
    public int MaximumValues { get; set; } = 2_000_000;

    /// <summary>The keys of the host's configuration that expressions may read, for example "Portal:Address". No secrets.</summary>
    public IReadOnlyList<string> Configuration { get; set; } = [];

    /// <summary>The hosts that the step "media" may fetch files from over HTTPS, for example "images.example.gov.uk".</summary>
    public IReadOnlyList<string> RemoteHosts { get; set; } = [];

    /// <summary>How long fetching one file may take, in seconds.</summary>
    public int RemoteSeconds { get; set; } = 30;

    /// <summary>How long all scripts of a run may take together, in seconds.</summary>
    public int ScriptSeconds { get; set; } = 20;

    internal long MaximumBytes => MaximumMegabytes * 1024L * 1024L;
}
