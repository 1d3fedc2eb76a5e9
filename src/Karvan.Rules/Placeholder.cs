namespace Karvan.Rules; internal static class Placeholder;
