using SalesAcademy.Web.Features.Audit;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;

IRoom[] rooms =
[
    new PeopleRoom(),
    new CoursesRoom(),
    new PathsRoom(),
    new QuizzesRoom(),
    new CertificatesRoom(),
    new ReadinessRoom(),
    new LeadsRoom(),
    new CoachingRoom(),
    new IntegrationsRoom(),
    new AuditRoom(),
    new DemoRoom(),
];

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.TakeWhile(CommandLine.IsOption)], ContentRootPath = House.Folder });
builder.AddAcademy(rooms);
var app = builder.Build();
if (args.All(CommandLine.IsOption))
    app.WarmUp();
app.UseAcademy(rooms);
return await CommandLine.Run(app, args) ?? await app.Serve();

/// <summary>The entry point, named so that tests can start the real app.</summary>
public partial class Program;
