namespace LearningDev.Platform.Commands;

/// <summary>
/// A command of the host: what an operator runs instead of starting the web server, such as <c>dotnet LearningDev.Web.dll import catalogue FILE</c>.
/// It runs in the portal's services, on a database of the newest schema, and nobody is signed in. One is made for each run.
/// </summary>
public interface IHostCommand
{
    /// <summary>Carries the command out.</summary>
    /// <param name="call">The arguments, and where to write to.</param>
    /// <param name="cancellation">The operator has pressed Ctrl-C; what is in the database must stay sound.</param>
    /// <returns>True when all was done; false when something was refused, which the command has written to <see cref="HostCommandCall.Error"/>.</returns>
    /// <exception cref="HostCommandUsageException">The arguments are wrong.</exception>
    Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation);
}

/// <summary>A call of a command.</summary>
/// <param name="Arguments">What stands behind the command's words, without what is configuration.</param>
/// <param name="Output">Where results are written, for people to read.</param>
/// <param name="Error">Where progress and refusals are written.</param>
public sealed record HostCommandCall(IReadOnlyList<string> Arguments, TextWriter Output, TextWriter Error);

/// <summary>The arguments of a command are wrong.</summary>
/// <param name="message">What is wrong with them.</param>
public sealed class HostCommandUsageException(string message) : Exception(message);

/// <summary>A command as "help" lists it.</summary>
/// <param name="Words">The words that call it, for example "import catalogue".</param>
/// <param name="Arguments">Its arguments, for example "FILE [--preview]"; empty when it has none.</param>
/// <param name="Description">One line that says what it does.</param>
/// <param name="Help">More lines, about its arguments; empty when there is no more to say.</param>
public sealed record HostCommandManifest(string Words, string Arguments, string Description, string Help = "")
{
    /// <summary>What must be there before the command runs.</summary>
    public CommandNeeds Needs { get; init; } = CommandNeeds.Portal;
}

/// <summary>What a command needs of the database before it runs.</summary>
public enum CommandNeeds
{
    /// <summary>A portal of the newest schema, filled by the recipe when it was empty.</summary>
    Portal,

    /// <summary>The newest schema; what is empty stays so.</summary>
    Schema,

    /// <summary>Nothing: the command takes the database as it is, or needs none.</summary>
    Nothing,
}
