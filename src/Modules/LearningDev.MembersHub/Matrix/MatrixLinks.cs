namespace LearningDev.MembersHub.Matrix;

/// <summary>The addresses of members' mandatory training.</summary>
internal static class MatrixLinks
{
    public const string Training = "/members/manage/training";

    public const string Committees = "/members/manage/committees";

    public static string Committee(string id) => $"{Committees}/{id}";
}
