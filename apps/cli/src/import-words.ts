import { type ToMind, assumptionsOf } from "@unmask/importers";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Says on standard error what a person must know after an import. */
export function sayToMind(mind: ToMind, terminal: Terminal): void {
  const { zoneAssumed, dateOrderAssumed } = mind;
  if (zoneAssumed) sayAssumed({ ...mind, dateOrderAssumed: false }, "State it with --zone, for example --zone Europe/Paris.");
  if (dateOrderAssumed) sayAssumed({ ...mind, zoneAssumed: false }, "State it with --date-order dmy, mdy or ymd.");
  if (mind.faults > 0)
    terminal.say(`Our reader broke off in ${files(mind.faults)} through a mistake of ours; the bytes are listed as unread.`);
  if (mind.notReached !== undefined) terminal.say(`Stopped. Not reached: ${files(mind.notReached)}.`);
  for (const { kind, files: count, name } of mind.known) {
    const which = count === 1 ? `“${name}”` : `${files(count)}, the first “${name}”`;
    terminal.say(`Not read: ${kind.what} (${which}). ${kind.ask}`);
  }
  if (mind.recognised === 0 && mind.unread === 0) {
    terminal.say("Nothing was recognised as an export. Every file is listed as kept; `unmask help` says what can be read.");
  }

  function sayAssumed(one: ToMind, remedy: string): void {
    terminal.say([...assumptionsOf(one), remedy].join(" "));
  }
}

/** The exit code that the import alone gives. */
export function exitCodeOfImport(mind: ToMind): ExitCode {
  if (mind.faults > 0 || mind.notReached !== undefined) return exitCode.failed;
  if (mind.unread > 0) return exitCode.mind;
  return mind.recognised === 0 ? exitCode.nothing : exitCode.done;
}

function files(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
