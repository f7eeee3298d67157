using LearningDev.Platform.Notifications.Notify;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Notify.Pure;

public class NotifyTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Make_KeyWithHyphensInItsName_IsTakenByTheStub() =>
        NotifyStub.Refusal(NotifyToken.Make($"my-own-key-{NotifyStub.ServiceId}-{NotifyStub.Secret}", Now), Now).ShouldBeNull();

    [Fact]
    public void Make_OtherSecretOrOldToken_IsRefusedByTheStub()
    {
        NotifyStub.Refusal(NotifyToken.Make($"key-{NotifyStub.ServiceId}-{NotifyStub.ServiceId}", Now), Now).ShouldBe("Invalid token: API key not found");
        NotifyStub.Refusal(NotifyToken.Make(NotifyStub.Key, Now), Now.AddSeconds(31)).ShouldBe("Error: Your system clock must be accurate to within 30 seconds");
    }

    [Theory]
    [InlineData("")]
    [InlineData("key")]
    [InlineData("3d844edf-8d35-48ac-975b-e847b4f122b0")]
    [InlineData("key-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx-3d844edf-8d35-48ac-975b-e847b4f122b0")]
    public void Make_KeyNotWhole_SaysWhatAKeyIs(string key) =>
        Should.Throw<NotifyFailedException>(() => NotifyToken.Make(key, Now)).Message.ShouldContain("is not whole");
}
