namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>Marks an end-point that a page's script asks by itself, without anybody doing anything: asking it does not keep a session from ending.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SentByItselfAttribute : Attribute;
