using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Takes an image of content with the text it comes into; the content check says how large an image may be.</summary>
internal sealed class TakesImagesAttribute() : TakesFilesAttribute(_ => 3);
