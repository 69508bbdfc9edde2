namespace SalesAcademy.Domain.Shared;

/// <summary>A person has a new notice in the inbox.</summary>
/// <param name="Subject">Whose inbox.</param>
/// <param name="Sequence">Its number in that inbox, from 1.</param>
/// <param name="Kind">What it is about.</param>
public sealed record NoticeGiven(Guid Subject, long Sequence, string Kind) : IEvent;
