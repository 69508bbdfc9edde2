using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Says where a step stands.</summary>
internal sealed class PathWords(IStringLocalizer<Words> words)
{
    public static string Icon(PathStepStanding step) => step.IsWaived ? "flag" : step.Standing switch
    {
        { State: StepState.Done } => "circle-check",
        { IsOverdue: true } => "clock-exclamation",
        { State: StepState.Locked } => "lock",
        { State: StepState.InProgress } => "circle-dashed",
        _ => "circle",
    };

    public static Tone ToneOf(PathStepStanding step) => step.IsWaived ? Tone.Plain : step.Standing switch
    {
        { State: StepState.Done } => Tone.Good,
        { IsOverdue: true } or { IsDueSoon: true } => Tone.Attention,
        { State: StepState.InProgress } => Tone.Brand,
        _ => Tone.Plain,
    };

    /// <summary>Done, 3 days overdue, in progress, open, or what opens it.</summary>
    public string State(PathStepStanding step, string language) => step.IsWaived ? words["state.waived"] : step.Standing switch
    {
        { State: StepState.Done } => words["state.done"],
        { State: StepState.Locked } => words["state.locked", step.Before!.Title.In(language).Value], // locked only by something
        { IsOverdue: true, DaysLeft: var days } => words.Count("state.overdue", -days),
        { State: StepState.InProgress } => words["state.in-progress"],
        _ when step.Kind == PathStepKind.Observation => words["state.with-coach"],
        _ => words["state.open"],
    };

    /// <summary>Course, certification or observation.</summary>
    public string Kind(PathStepStanding step) => words[$"kind.{step.Kind}"];
}
