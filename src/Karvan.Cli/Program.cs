using Karvan.Cli.Commands;

return await KarvanCommand.RunAsync(args).ConfigureAwait(false);
