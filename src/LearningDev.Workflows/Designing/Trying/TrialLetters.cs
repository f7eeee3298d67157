using LearningDev.Workflows.Letters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningDev.Workflows.Designing.Trying;

/// <summary>What would be sent in a trial run; one for each scope.</summary>
internal sealed class TrialPost
{
    /// <summary>True while a trial runs, so that nothing is sent.</summary>
    public bool IsTrial { get; set; }

    public List<WorkflowLetter> Letters { get; } = [];
}

/// <summary>Sends letters, or keeps them for whoever tries a workflow out.</summary>
internal sealed class TrialLetters(TrialPost post, [FromKeyedServices(TrialLetters.Sent)] IWorkflowLetters sent) : IWorkflowLetters
{
    private const string Sent = "sent";

    public Task SendAsync(WorkflowLetter letter, CancellationToken cancellation)
    {
        if (!post.IsTrial)
        {
            return sent.SendAsync(letter, cancellation);
        }

        post.Letters.Add(letter);
        return Task.CompletedTask;
    }

    /// <summary>Puts itself before the sender that is registered.</summary>
    public static void PutBefore(IServiceCollection services)
    {
        var sender = services.Last(service => service.ServiceType == typeof(IWorkflowLetters) && !service.IsKeyedService);
        services.RemoveAll<IWorkflowLetters>();
        services.AddKeyedScoped<IWorkflowLetters>(Sent, (provider, _) =>
            (IWorkflowLetters)(sender.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, sender.ImplementationType!)));
        services.AddScoped<TrialPost>();
        services.AddScoped<IWorkflowLetters, TrialLetters>();
    }
}
