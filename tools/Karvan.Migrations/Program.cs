// Nothing to run: `dotnet ef` looks for the database contexts of Karvan.Core here.
return;
