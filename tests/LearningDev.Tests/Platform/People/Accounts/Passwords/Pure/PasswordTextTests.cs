using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts.Passwords;
using LearningDev.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Passwords.Pure;

[Requirement("ADM-02")]
public class PasswordTextTests
{
    private static readonly string[] Names = ["Sam", "Whitfield", "Sam Whitfield", "s.whitfield", "Northbourne Council", "Northbournelearning"];

    [Theory]
    [InlineData("plum-harbour-seventeen")]
    [InlineData("learning-at-northbourne")]
    [InlineData("whitfield goes hiking on sundays")]
    [InlineData("пароль из многих слов")]
    [InlineData("🐙🐙 tintenfisch im glas")]
    public void FaultOf_LongAndOnesOwn_IsNone(string password) => Fault(password).ShouldBe(PasswordFault.None.ToString());

    [Theory]
    [InlineData("short", "TooShort")]
    [InlineData("elevenchars", "TooShort")]
    [InlineData("1qaz2wsx3edc", "Common")]
    [InlineData("unbelievable!", "Common")]
    [InlineData("Password2026!", "Common")]
    [InlineData("***password***", "Common")]
    [InlineData("passwordpassword", "Common")]
    [InlineData("aaaaaaaaaaaaaaaa", "Common")]
    [InlineData("abc1abc1abc1abc1", "Common")]
    [InlineData("Sam.Whitfield1", "Names")]
    [InlineData("northbourne2026!", "Names")]
    [InlineData("Northbourne Council", "Names")]
    [InlineData("NorthbourneLearning", "Names")]
    public void FaultOf_EasyToGuess_IsSaid(string password, string fault) => Fault(password).ShouldBe(fault);

    [Fact]
    public void FaultOf_TwoHundredCharacters_AreTheMost()
    {
        var words = string.Concat(Enumerable.Range(0, 70).Select(number => $"{number} "));

        Fault(words[..PasswordText.MostCharacters]).ShouldBe("None");
        Fault(words[..PasswordText.MostCharacters] + "x").ShouldBe("TooLong");
    }

    [Fact]
    public void FaultOf_HalfOfASurrogate_IsNoText() => Fault("twelve characters \ud83d").ShouldBe("NotText");

    [Fact]
    public void FaultOf_Anything_NeverThrowsAndIsTheSameForBothForms() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var fault = Fault(text.Get);
        return PasswordText.Normalise(text.Get) is not { } normal || Fault(normal) == fault;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_List_IsLongAndOfEightCharactersOrMore()
    {
        var all = CommonPasswords.All().ToList();

        all.Count.ShouldBeGreaterThan(10_000);
        all.ShouldAllBe(password => password.Length >= 8);
        all.ShouldAllBe(password => !password.Any(char.IsUpper));
        all.ShouldContain("password");
    }

    [Fact]
    public void Verify_OtherUnicodeForm_IsAccepted()
    {
        var hasher = new NormalisingPasswordHasher(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        var person = new Person();

        hasher.VerifyHashedPassword(person, hasher.HashPassword(person, "caf\u00e9 \ufb01rst light"), "cafe\u0301 first light").ShouldBe(PasswordVerificationResult.Success);
    }

    [Fact]
    public void Verify_HashOfThePasswordAsTyped_IsAcceptedAndMadeAnew()
    {
        var options = Options.Create(new PasswordHasherOptions { IterationCount = 1 });
        var person = new Person();
        var old = new PasswordHasher<Person>(options).HashPassword(person, "cafe\u0301 first light");

        new NormalisingPasswordHasher(options).VerifyHashedPassword(person, old, "cafe\u0301 first light").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        new NormalisingPasswordHasher(options).VerifyHashedPassword(person, old, "another").ShouldBe(PasswordVerificationResult.Failed);
    }

    private static string Fault(string password) => PasswordText.FaultOf(password, 12, Names).ToString();
}
