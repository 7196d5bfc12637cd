import type { Identity, Statement, Timeline } from "@unmask/core";
import { sayNotNamed, suggestIdentities } from "@unmask/patterns";
import { sayCount } from "@unmask/words";
import { oneLine } from "./one-line.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Lines beyond this many are counted: a thousand throw-away accounts would push everything else out of the terminal. */
const mostSaid = 100;

/** Says on standard error which identities she may want to name before she goes on, each with the option to type. */
export function saySuggestions(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): void {
  const suggestions = suggestIdentities(timeline, statement);
  if (suggestions.length === 0) return;
  const acts = suggestions.reduce((sum, one) => sum + one.acts, 0);
  terminal.say(`${sayNotNamed(acts, suggestions.length)} could be theirs: in no number yet. Only you can say; nothing was joined.`);
  for (const { identity, says } of suggestions.slice(0, mostSaid)) {
    const name = quoteForShell(nameToType(identity));
    terminal.say(`  ${oneLine(says)} If you are sure: --them=${name}  If it is perhaps so: --perhaps=${name}`);
  }
  if (suggestions.length > mostSaid) {
    terminal.say(`  And ${sayCount(suggestions.length - mostSaid, "more", "more")}: unmask pattern --json lists them all.`);
  }
}

/** A number and a mail address in the form that they compare by; anything else as the source wrote it. */
function nameToType({ kind, wrote, normal }: Identity): string {
  return kind === "phone" || kind === "email" || wrote === "" ? normal : wrote;
}

/** A name that somebody else chose stays one word in a shell, whatever it holds. */
function quoteForShell(name: string): string {
  return /^[\w@.+-]+$/.test(name) ? name : `'${oneLine(name).replaceAll("'", "'\\''")}'`;
}
