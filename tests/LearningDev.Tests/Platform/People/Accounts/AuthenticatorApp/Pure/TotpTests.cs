using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.AuthenticatorApp.Pure;

[Requirement("ADM-02")]
public class TotpTests
{
    // RFC 6238, appendix B: the key is "12345678901234567890", and of eight digits the last six are ours.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_TestVectors_AreThoseOfTheRfc(long seconds, string code) =>
        Totp.CodeOf(Key, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void StepsOf_CodeOfAnyStep_IsKnownWithinHalfAMinuteEachWayOnly() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNegativeInt>(), ArbMap.Default.ArbFor<int>(), (now, offset) =>
        {
            var utc = DateTime.UnixEpoch.AddYears(30).AddSeconds(now.Get);
            var away = offset % 5;
            var step = Totp.StepAt(utc) + away;
            var steps = Totp.StepsOf(Key, Totp.CodeOf(Key, step), utc).ToList();
            return Math.Abs(away) <= 1 ? steps.Contains(step) : !steps.Contains(step);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NewKey_Many_AreDifferentAndOf160Bits()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => Totp.NewKey()).ToList();

        keys.ShouldBeUnique();
        keys.ShouldAllBe(key => key.Length == 32);
    }

    [Theory]
    [InlineData("123456", true)]
    [InlineData(" 123 456 ", true)]
    [InlineData("12345", false)]
    [InlineData("abcdef", false)]
    [InlineData("١٢٣٤٥٦", false)]
    [InlineData("", false)]
    public void IsCode_SixDigits_Only(string typed, bool expected) => Totp.IsCode(typed).ShouldBe(expected);

    [Fact]
    public void Address_NamesWithSpaces_AreEscaped() => Totp.Address("Staff learning", "sam&co", Key)
        .ShouldBe($"otpauth://totp/Staff%20learning:sam%26co?secret={Key}&issuer=Staff%20learning&algorithm=SHA1&digits=6&period=30");

    [Fact]
    public void CodeOf_KeyInAnotherAlphabet_Throws() => Should.Throw<FormatException>(() => Totp.CodeOf("1890", 1));
}
