import type { Identity, ShownName, Statement, Timeline } from "@unmask/core";
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
  const isAnyHers = suggestions.some(({ typed: mayBe }) => mayBe === "hers" || mayBe === "either");
  terminal.say(
    `${sayNotNamed(suggestions)} could be theirs${isAnyHers ? " or yours" : ""}: in no number yet. Only you can say; nothing was joined.`,
  );
  for (const { identity, says, typed: mayBe } of suggestions.slice(0, mostSaid)) {
    const name = typed(identity);
    const theirs = `If you are sure: --them=${name}  If it is perhaps so: --perhaps=${name}`;
    const hers = `If it is you: --me=${name}`;
    const asked = mayBe === "hers" ? [hers] : mayBe === "either" ? [theirs, hers] : [theirs];
    terminal.say(`  ${oneLine(says)} ${asked.join("  ")}`);
  }
  if (suggestions.some(({ typed: mayBe }) => mayBe !== undefined))
    terminal.say("  A typed name that is somebody else’s: mark its acts as “other” in the statement, and you are not asked again.");
  if (suggestions.length > mostSaid) {
    terminal.say(`  And ${sayCount(suggestions.length - mostSaid, "more", "more")}: unmask pattern --json lists them all.`);
  }
}

/** What the options of her and of the other person are called. */
const optionOf: Readonly<Record<ShownName["whose"], "me" | "them">> = { hers: "me", theirs: "them" };

/** Says on standard error which accounts show a name that she stated and were not stated: whoever holds an account chooses the name that it shows. */
export function sayShownNames(shown: readonly ShownName[], terminal: Pick<Terminal, "say">): void {
  for (const { identity, acts, whose } of shown.filter(({ isAlone }) => isAlone)) {
    const other = whose === "hers" ? "them" : "me";
    terminal.say(
      `Counted as --${optionOf[whose]} because it alone shows the name ${nameOf(identity)}: ${typed(identity)} (${sayCount(acts, "act")}). If that is wrong: --${other}=${typed(identity)}`,
    );
  }
  for (const whose of ["hers", "theirs"] as const) {
    const open = shown.filter((one) => one.whose === whose && !one.isAlone);
    const names = [...new Set(open.map(({ identity }) => nameOf(identity)))];
    if (names.length === 0) continue;
    terminal.say(
      `${sayCount(open.length, "account shows", "accounts show")} the name ${names.join(", ")} but ${open.length === 1 ? "was" : "were"} not named by you: counted for nobody until you say whose. Anybody can choose that name.`,
    );
    for (const { identity, acts } of open.slice(0, mostSaid)) {
      const name = typed(identity);
      terminal.say(
        `  ${name} (${sayCount(acts, "act")}). If it is yours: --me=${name}  If it is theirs: --them=${name}  Perhaps: --perhaps=${name}`,
      );
    }
    if (open.length > mostSaid) terminal.say(`  And ${sayCount(open.length - mostSaid, "more", "more")}.`);
  }
}

function nameOf({ name, wrote }: Identity): string {
  return oneLine(name ?? wrote);
}

function typed(identity: Identity): string {
  return quoteForShell(nameToType(identity));
}

/** A number and a mail address in the form that they compare by; anything else as the source wrote it. */
function nameToType({ kind, wrote, normal }: Identity): string {
  return kind === "phone" || kind === "email" || wrote === "" ? normal : wrote;
}

/** A name that somebody else chose stays one word in a shell, whatever it holds. */
function quoteForShell(name: string): string {
  return /^[\w@.+-]+$/.test(name) ? name : `'${oneLine(name).replaceAll("'", "'\\''")}'`;
}
