using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.TestSupport;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.AuthenticatorApp.Pure;

[Requirement("ADM-02")]
public class KeysAtRestTests
{
    private readonly KeysAtRest keys = Of(new EphemeralDataProtectionProvider());

    [Fact]
    public void Open_KeyOfThePerson_IsTheKey() => keys.Open("sam", keys.Seal("sam", "JBSWY3DPEHPK3PXP")).ShouldBe("JBSWY3DPEHPK3PXP");

    [Fact]
    public void Seal_Any_DoesNotShowTheKeyAndFitsItsColumn()
    {
        var key = Totp.NewKey();
        var text = keys.Seal(new string('p', 64), key);

        text.ShouldNotContain(key);
        text.Length.ShouldBeLessThanOrEqualTo(500);
    }

    [Fact]
    public void Open_KeyOfAnotherPerson_IsNone() => keys.Open("alex", keys.Seal("sam", "JBSWY3DPEHPK3PXP")).ShouldBeNull();

    [Fact]
    public void Open_SealedByKeysThatAreLost_IsNone() =>
        keys.Open("sam", Of(new EphemeralDataProtectionProvider()).Seal("sam", "JBSWY3DPEHPK3PXP")).ShouldBeNull();

    private static KeysAtRest Of(IDataProtectionProvider protection) => new(protection, NullLogger<KeysAtRest>.Instance);
}
