namespace LearningDev.MembersHub.Members;

/// <summary>What is true of the days for which offices are held.</summary>
internal static class MemberDays
{
    extension(OfficeKind kind)
    {
        /// <summary>True for the chair, the vice-chair, the members and the substitutes of a body.</summary>
        public bool IsOfABody() => kind is OfficeKind.Chair or OfficeKind.ViceChair or OfficeKind.BodyMember or OfficeKind.Substitute;

        /// <summary>True for the leader and the whip of a political group.</summary>
        public bool IsOfAGroup() => kind is OfficeKind.GroupLeader or OfficeKind.GroupWhip;

        /// <summary>True for an office that one person holds at a time: of the council, or of each body or political group.</summary>
        public bool IsHeldByOne() => kind is OfficeKind.Mayor or OfficeKind.Speaker or OfficeKind.Chair or OfficeKind.ViceChair or OfficeKind.GroupLeader or OfficeKind.GroupWhip;
    }

    /// <summary>True when two times have a day in common.</summary>
    /// <param name="from">The first day of the one.</param>
    /// <param name="until">Its last day; null while none is known.</param>
    /// <param name="otherFrom">The first day of the other.</param>
    /// <param name="otherUntil">Its last day; null while none is known.</param>
    public static bool Overlap(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) =>
        (otherUntil is null || from <= otherUntil) && (until is null || otherFrom <= until);
}
