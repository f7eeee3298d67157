using System.Security.Claims;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People;

public class CurrentPersonTests
{
    [Fact]
    public void OutsideARequest_IsThePortal()
    {
        var person = new CurrentPerson(new HttpContextAccessor());

        person.Id.ShouldBeNull();
        person.Name.ShouldBe("The portal");
        person.Roles.ShouldBeEmpty();
    }

    [Fact]
    public void RequestOfAStranger_IsNobody()
    {
        var person = new CurrentPerson(new HttpContextAccessor { HttpContext = new DefaultHttpContext() });

        person.Id.ShouldBeNull();
        person.Name.ShouldBe("Not signed in");
    }

    [Fact]
    public void RequestOfAPerson_IsWhoTheCookieNames()
    {
        var claims = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, "4abc"), new Claim(CurrentPerson.FullNameClaim, "Sam Whitfield"),
                new Claim(CurrentPerson.RoleLevelClaim, "employee"), new Claim(ClaimTypes.Role, "Employee"), new Claim(ClaimTypes.Role, "Coach"),
            ],
            "cookie");

        var person = new CurrentPerson(new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(claims) } });

        person.Id.ShouldBe("4abc");
        person.Name.ShouldBe("Sam Whitfield");
        person.RoleLevel.ShouldBe("employee");
        person.Roles.ShouldBe(["Employee", "Coach"]);
    }
}
