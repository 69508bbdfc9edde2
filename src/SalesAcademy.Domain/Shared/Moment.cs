using System.Runtime.InteropServices;

namespace SalesAcademy.Domain.Shared;

/// <summary>When a decision is made: the instant, and the day it falls on where the organisation is. Domain never asks a clock or a time zone.</summary>
/// <param name="At">The instant; rolling windows are measured on it.</param>
/// <param name="Today">The tenant-local date; everything counted in days is measured on it (model.md section 0).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Moment(DateTimeOffset At, DateOnly Today);
