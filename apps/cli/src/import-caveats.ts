import { type Caveats, type NotTakenIn, assumptionsOf } from "@unmask/importers";
import { sayCount } from "@unmask/words";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Names that are said one by one; a folder of a hundred thousand links would push everything else off the screen. */
const mostSaid = 20;

/** Says which links, pipes and devices in a folder were passed over: a whole export could lie behind one. */
export function sayPassedOver({ passedOver }: { readonly passedOver: readonly string[] }, terminal: Pick<Terminal, "say">): void {
  for (const name of passedOver.slice(0, mostSaid)) terminal.say(`Passed over, because it is a link or no ordinary file: ${name}`);
  if (passedOver.length > mostSaid) terminal.say(`${passedOver.length - mostSaid} more links or files that are none were passed over.`);
}

/** Says on standard error what a person must know after an import. */
export function sayCaveats(caveats: Caveats, terminal: Terminal): void {
  const { zoneAssumed, dateOrderAssumed } = caveats;
  if (zoneAssumed) sayAssumed({ ...caveats, dateOrderAssumed: false }, "State it with --zone, for example --zone Europe/Paris.");
  if (dateOrderAssumed) sayAssumed({ ...caveats, zoneAssumed: false }, "State it with --date-order dmy, mdy or ymd.");
  if (caveats.faults > 0)
    terminal.say(`Our reader broke off in ${sayCount(caveats.faults, "file")} through a mistake of ours; the bytes are listed as unread.`);
  if (caveats.notReached !== undefined) terminal.say(`Stopped. Not reached: ${sayCount(caveats.notReached, "file")}.`);
  for (const { kind, files: count, name } of caveats.known) {
    const which = count === 1 ? `“${name}”` : `${sayCount(count, "file")}, the first “${name}”`;
    terminal.say(`Not read: ${kind.what} (${which}). ${kind.ask}`);
  }
  for (const { says, name, canBeTakenIn } of caveats.notTakenIn)
    terminal.say(canBeTakenIn ? `${says} If it is evidence and not yours: --take-in ${quoted(name)} takes it in all the same.` : says);
  for (const { says } of caveats.takenIn ?? []) terminal.say(says);
  const [paper, ...more] = caveats.notTakenIn
    .filter((one) => (one.kind === "pack" || one.kind === "report") && !one.isArchive && !one.canBeTakenIn && isNamed(one))
    .map(({ name }) => name);
  if (paper !== undefined)
    terminal.say(
      `You named ${paper}${more.length > 0 ? ` and ${more.length} more like it` : ""}, and nothing of it is used: what Unmask made is no evidence for what it says. \`unmask verify PACK\` checks a pack, \`unmask report --after PACK\` goes on from one.`,
    );
  // Of a reading that was stopped nothing can be said about what was not reached.
  if (caveats.recognised === 0 && caveats.unread === 0 && caveats.notReached === undefined) {
    const which = caveats.notTakenIn.length > 0 ? "Every other file" : "Every file";
    terminal.say(`Nothing was recognised as an export. ${which} is listed as kept; \`unmask help\` says what can be read.`);
  }

  function sayAssumed(one: Caveats, remedy: string): void {
    terminal.say([...assumptionsOf(one), remedy].join(" "));
  }
}

/** Says which names of --take-in took nothing in: a mistyped one leaves evidence out. */
export function sayNotThere(takesIn: readonly string[], { takenIn = [] }: Pick<Caveats, "takenIn">, terminal: Pick<Terminal, "say">): void {
  for (const path of takesIn.filter((one) => takenIn.every(({ name }) => name !== one)))
    terminal.say(
      `--take-in ${quoted(path)}: nothing was taken in by it. It takes a file by the whole name by which that is told as not taken in, and never a pack, a report or a file that you gave for the report.`,
    );
}

/** As a shell takes it. */
function quoted(name: string): string {
  return /^[\w./+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

/** Whether a path of the command line leads to it: what lies in a folder has the folder's name before its own. */
function isNamed({ name }: NotTakenIn): boolean {
  return !name.includes("/");
}

/** The exit code that the import alone gives. */
export function exitCodeOfImport(caveats: Caveats): ExitCode {
  if (caveats.faults > 0 || caveats.notReached !== undefined) return exitCode.failed;
  if (caveats.unread > 0) return exitCode.caveats;
  if (caveats.recognised === 0) return exitCode.nothing;
  return caveats.notTakenIn.some(isNamed) ? exitCode.caveats : exitCode.done;
}
