namespace LearningDev.TestSupport.Machine;

/// <summary>Programs from Debian's packages that the tests use.</summary>
public static class DebianPackages
{
    /// <summary>
    /// Finds a program; when it is missing, installs the Debian package that brings it (as root only) and finds it again.
    /// </summary>
    /// <param name="package">The Debian package's name.</param>
    /// <param name="find">Returns the program's path, or null while it is not installed.</param>
    /// <param name="cancellationToken">Ends the installation when cancelled.</param>
    /// <returns>The path that <paramref name="find"/> returned.</returns>
    /// <exception cref="CommandFailedException">The package is missing and cannot be installed from here; the message says exactly what to install.</exception>
    public static async Task<string> EnsureAsync(string package, Func<string?> find, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(find);
        if (find() is { } present)
        {
            return present;
        }

        var advice = $"The Debian package '{package}' is needed and is not installed. Install it with: "
            + $"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {package}";
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            throw new CommandFailedException($"{advice} (the tests install it themselves only when run as root on Debian).");
        }

        using var held = await MachineLock.TakeAsync("apt-get", cancellationToken);
        if (find() is null)
        {
            await InstallAsync(package, advice, cancellationToken);
        }

        return find() ?? throw new CommandFailedException($"{advice} (apt-get installed it, yet the program is still not found).");
    }

    private static async Task InstallAsync(string package, string advice, CancellationToken cancellationToken)
    {
        var options = new CommandOptions
        {
            TimeLimit = TimeSpan.FromMinutes(10),
            Environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive", ["LC_ALL"] = "C.UTF-8" },
        };
        const string waitForOthers = "-oDPkg::Lock::Timeout=300";
        try
        {
            await Commands.RunAsync("apt-get", ["update", "--quiet", waitForOthers], options, cancellationToken);
            await Commands.RunAsync(
                "apt-get", ["install", "--quiet", "--yes", "--no-install-recommends", waitForOthers, package], options, cancellationToken);
        }
        catch (CommandFailedException exception)
        {
            throw new CommandFailedException($"{advice}{Environment.NewLine}Trying to do so failed: {exception.Message}", exception);
        }
    }
}
