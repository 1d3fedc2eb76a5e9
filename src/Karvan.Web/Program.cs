using Karvan.Web.Parts;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddLook();

var app = builder.Build();
app.UseLook();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();
