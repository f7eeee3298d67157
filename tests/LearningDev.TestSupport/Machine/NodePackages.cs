namespace LearningDev.TestSupport.Machine;

/// <summary>npm packages that a folder's <c>package-lock.json</c> names.</summary>
public static class NodePackages
{
    /// <summary>
    /// Installs exactly what the folder's lock file names, unless that has been done since the lock file last changed.
    /// Test processes that ask at the same time wait for one another.
    /// </summary>
    /// <param name="folder">The folder that holds <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="cancellationToken">Ends the installation when cancelled.</param>
    /// <returns>The path of the folder's <c>node_modules</c>.</returns>
    /// <exception cref="FileNotFoundException">The folder has no lock file.</exception>
    /// <exception cref="CommandFailedException">npm is missing or could not install; the message says what to do.</exception>
    public static async Task<string> EnsureAsync(string folder, CancellationToken cancellationToken = default)
    {
        folder = Path.GetFullPath(folder);
        var lockFile = Path.Combine(folder, "package-lock.json");
        if (!File.Exists(lockFile))
        {
            throw new FileNotFoundException($"{folder} has no package-lock.json: run npm install there and commit it.", lockFile);
        }

        var modules = Path.Combine(folder, "node_modules");
        if (IsCurrent(modules, lockFile))
        {
            return modules;
        }

        using var held = await MachineLock.TakeAsync(modules, cancellationToken);
        if (!IsCurrent(modules, lockFile))
        {
            await InstallAsync(folder, cancellationToken);
        }

        return modules;
    }

    // npm writes this file last, so a broken-off installation does not look finished.
    private static bool IsCurrent(string modules, string lockFile)
    {
        var installed = new FileInfo(Path.Combine(modules, ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(lockFile);
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await Commands.RunAsync(
                "npm",
                ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
                new CommandOptions { Folder = folder, TimeLimit = TimeSpan.FromMinutes(10) },
                cancellationToken);
        }
        catch (CommandFailedException exception)
        {
            throw new CommandFailedException(
                $"The npm packages of {folder} could not be installed. Node.js 20 or later with npm and the way to the npm registry are needed; "
                + $"by hand: npm ci --prefix {folder}{Environment.NewLine}{exception.Message}",
                exception);
        }
    }
}
