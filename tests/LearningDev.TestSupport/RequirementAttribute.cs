using Xunit.Abstractions;
using Xunit.Sdk;

namespace LearningDev.TestSupport;

/// <summary>
/// Names a need of the portal that the test proves, such as <c>CAT-04</c>. May be given several times, on a test class or a test method.
/// Run the proofs of one need with <c>dotnet test --filter Requirement=CAT-04</c>.
/// </summary>
/// <param name="id">The need's identifier: three capital letters, a hyphen and two digits.</param>
[TraitDiscoverer("LearningDev.TestSupport.RequirementDiscoverer", "LearningDev.TestSupport")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The need's identifier.</summary>
    public string Id { get; } = id;
}

/// <summary>Gives xunit the trait <c>Requirement</c> for every <see cref="RequirementAttribute"/>.</summary>
public sealed class RequirementDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        yield return new KeyValuePair<string, string>("Requirement", traitAttribute.GetConstructorArguments().OfType<string>().Single());
    }
}
