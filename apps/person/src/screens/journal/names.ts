/** The screens of what she writes and keeps herself. `entry`: the number of an entry in the journal. */
export type JournalScreen =
  | { readonly name: "home" | "entry" | "entries" | "waiting" | "private-notes" | "safety-plan" | "keep-promise" }
  | { readonly name: "entry-saved" | "one-entry" | "amend-entry" | "withdraw-entry"; readonly entry: number };

const names: ReadonlySet<string> = new Set<JournalScreen["name"]>([
  "home",
  "entry",
  "entries",
  "waiting",
  "private-notes",
  "safety-plan",
  "keep-promise",
  "entry-saved",
  "one-entry",
  "amend-entry",
  "withdraw-entry",
]);

/** Whether a screen is one of them. */
export function isJournalScreen(screen: { readonly name: string }): screen is JournalScreen {
  return names.has(screen.name);
}
