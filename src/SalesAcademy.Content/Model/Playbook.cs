using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Content;

/// <summary>How a sale goes here: its stages in order, each left by what the buyer has done.</summary>
/// <param name="Stages">At least one.</param>
/// <param name="Hash">SHA-256 (hex) of playbook.yml; empty without one.</param>
public sealed record Playbook(IReadOnlyList<PlaybookStage> Stages, string Hash)
{
    /// <summary>For an academy without a playbook: a lead is being worked on, and no more is said.</summary>
    public static Playbook None { get; } = new([new("open", new("Being worked on", "跟进中"), [], null, [], [])], "");

    /// <summary>The stage every lead begins in.</summary>
    public PlaybookStage First => Stages[0];

    /// <summary>The stage of that id; null for one that is no longer there.</summary>
    public PlaybookStage? Find(string id) => Stages.FirstOrDefault(stage => stage.Id == id);

    /// <summary>How far a stage is, from 0; -1 for one that is no longer there.</summary>
    public int PlaceOf(string id) => Stages.Index().Where(stage => stage.Item.Id == id).Select(stage => stage.Index).DefaultIfEmpty(-1).First();

    /// <summary>What the stages ask to be agreed to, in their order, each with its stage.</summary>
    public IEnumerable<(PlaybookStage Stage, ReviewDemand Demand)> Reviews => Stages.Where(stage => stage.Review is not null).Select(stage => (stage, stage.Review!));
}

/// <summary>A stage of the playbook.</summary>
/// <param name="Id">Unique in the playbook.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Exit">What the buyer must have done for a lead to leave it; all of it.</param>
/// <param name="NotEnough">What is often taken for that; null where nothing is said.</param>
/// <param name="Competencies">What it asks of the seller.</param>
/// <param name="Lessons">Where that is taught, the most fitting first.</param>
/// <param name="Review">Who has to agree to what is offered before a lead may leave it; null where nobody has to.</param>
public sealed record PlaybookStage(
    string Id, Localised<string> Name, IReadOnlyList<Localised<string>> Exit, Localised<string>? NotEnough, IReadOnlyList<string> Competencies, IReadOnlyList<LessonPlace> Lessons,
    ReviewDemand? Review = null);

/// <summary>A lesson, by where it stands.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson in it.</param>
public sealed record LessonPlace(string Course, string Lesson);
