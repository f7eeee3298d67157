namespace LearningDev.Web.Demonstration;

/// <summary>An account that the demonstration council offers for trying the portal.</summary>
/// <param name="UserName">The name by which one signs in.</param>
/// <param name="Role">What the person is, as the sign-in page says it.</param>
internal sealed record DemonstrationAccount(string UserName, string Role)
{
    /// <summary>The password of every demonstration account. It exists only in the demonstration.</summary>
    public const string Password = "learning-at-northbourne";

    public static readonly DemonstrationAccount[] All =
    [
        new("employee", "Member of staff"),
        new("manager", "Line manager"),
        new("chief-officer", "Chief officer"),
        new("hr", "HR and organisational development"),
        new("editor", "Content editor"),
        new("administrator", "Administrator"),
        new("councillor", "Councillor"),
        new("cllr.harpreet.gill", "Councillor and group whip"),
        new("cllr.farida.begum", "Councillor and group leader"),
        new("democratic-services", "Democratic Services"),
        new("rajesh.nair", "Monitoring Officer"),
        new("coach", "Coach"),
    ];

    public static void Announce(IEnumerable<string> addresses, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"  The portal is ready at {string.Join(" and ", addresses)}");
        output.WriteLine("  It shows a demonstration council. Sign in with a button on the sign-in page, or as one of");
        foreach (var account in All)
        {
            output.WriteLine($"    {account.UserName,-20} {account.Role}");
        }

        output.WriteLine($"  with the password {Password}");
        output.WriteLine();
    }
}

internal static class DemonstrationEnvironment
{
    public static bool IsDemonstration(this IHostEnvironment environment) => environment.IsEnvironment("Demonstration");
}
