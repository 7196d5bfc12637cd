import type { Finding, Statement, Timeline } from "@unmask/core";
import { type Telling, findAll, patterns } from "@unmask/patterns";
import { sayCount } from "@unmask/words";
import type { Terminal } from "./ports/terminal.ts";

/** By what the findings were found, and where it is said what is not among them any more. */
interface Found {
  readonly timeline: Timeline;
  readonly statement: Statement;
  readonly telling: Telling;
  readonly terminal: Pick<Terminal, "say">;
}

/**
 * Says which patterns find nothing any more because of what she called "not this one": a finding that is left tells it itself, and one that is gone
 * could not.
 */
export function sayEmptied(findings: readonly Finding[], { timeline, statement, telling, terminal }: Found): void {
  const { notThis = [], ...unrefused } = statement;
  if (notThis.length === 0) return;
  const left = new Set(findings.map(({ pattern }) => pattern));
  const before = findAll(timeline, unrefused, telling).filter(({ pattern }) => !left.has(pattern));
  for (const { id, looksFor } of patterns) {
    const acts = new Set(before.flatMap((one) => (one.pattern === id ? one.acts : [])));
    const refused = new Set(notThis.flatMap(({ act, finding = id }) => (finding === id && acts.has(act) ? [act] : [])));
    if (refused.size === 0) continue;
    terminal.say(
      `You said “not this one” of ${sayCount(refused.size, "act")}, and without ${refused.size === 1 ? "it" : "them"} this finding is gone: ${id} (${looksFor.replace(/\.$/, "")}).`,
    );
  }
}
