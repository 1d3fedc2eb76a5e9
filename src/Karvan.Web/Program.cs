using Karvan.Web.Settings;
using Karvan.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.AddLogs();
var settings = KarvanSettings.Read(builder.Configuration, builder.Environment);
builder.Services.AddKarvan(settings);

var app = builder.Build();
await app.Prepare(settings);
app.UseKarvan();
await app.RunAsync();
