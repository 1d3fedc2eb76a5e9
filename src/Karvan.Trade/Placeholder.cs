namespace Karvan.Trade;

internal static class Placeholder;
