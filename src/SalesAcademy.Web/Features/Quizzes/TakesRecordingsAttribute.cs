using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Takes a recording.</summary>
internal sealed class TakesRecordingsAttribute() : TakesFilesAttribute(limits => limits.RecordingMegabytes);
