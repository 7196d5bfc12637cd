import type { Reading } from "@unmask/core";
import type { ImportStep } from "@unmask/importers";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Watches the steps of an import for what a person must be told, whatever the command does with the readings. */
export interface ImportWatch {
  add(step: ImportStep): void;
  /** Says on standard error what must be said: an assumed zone or date order, files not reached, a mistake of ours. */
  say(terminal: Terminal): void;
  /** The exit code that the import alone gives. */
  exitCode(): ExitCode;
  /** Assumptions in sentences, for the report. */
  assumptions(): readonly string[];
}

const zoneAssumed = "No time zone was stated, so times written without one were read as Europe/London.";
const orderAssumed = "Nothing in a file shows whether its dates are day first or month first; they were read day first.";

/** Starts watching. */
export function watchImport(): ImportWatch {
  let unread = 0;
  let recognised = 0;
  let isZoneAssumed = false;
  let isOrderAssumed = false;
  let faults = 0;
  let stopped: number | undefined;

  function addReading(reading: Reading): void {
    if ("unread" in reading) unread++;
    if (!("act" in reading)) return;
    for (const flag of reading.act.flags) {
      if (flag === "zone-assumed") isZoneAssumed = true;
      if (flag === "date-order-assumed") isOrderAssumed = true;
    }
  }

  return {
    add(step) {
      if ("readings" in step) step.readings.forEach(addReading);
      if ("coverage" in step) recognised++;
      if ("fault" in step) faults++;
      if ("stopped" in step) stopped = step.stopped.filesNotReached;
    },
    say(terminal) {
      if (isZoneAssumed) terminal.say(`${zoneAssumed} State it with --zone, for example --zone Europe/Paris.`);
      if (isOrderAssumed) terminal.say(`${orderAssumed} State it with --date-order dmy, mdy or ymd.`);
      if (faults > 0)
        terminal.say(
          `Our reader broke off in ${faults} ${faults === 1 ? "file" : "files"} through a mistake of ours; the bytes are listed as unread.`,
        );
      if (stopped !== undefined) terminal.say(`Stopped. ${stopped} ${stopped === 1 ? "file was" : "files were"} not reached.`);
      if (recognised === 0 && unread === 0)
        terminal.say("Nothing was recognised as an export. Every file is listed as kept; `unmask help` says what can be read.");
    },
    exitCode() {
      if (faults > 0 || stopped !== undefined) return exitCode.failed;
      if (unread > 0) return exitCode.mind;
      return recognised === 0 ? exitCode.nothing : exitCode.done;
    },
    assumptions: () => [...(isZoneAssumed ? [zoneAssumed] : []), ...(isOrderAssumed ? [orderAssumed] : [])],
  };
}
