import type { Terminal } from "../ports/terminal.ts";

/** Said before anything goes to a force, as her page says it: a letter is no call for help, and nobody may read it tonight. */
export function sayInDanger(terminal: Pick<Terminal, "say">): void {
  terminal.say("In danger now? Call 999. What you send may wait for hours until somebody reads it.");
}
