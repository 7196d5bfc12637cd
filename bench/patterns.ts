/**
 * Patterns and pictures on growing timelines: processor time per pattern, growth, memory. `npx tsx bench/patterns.ts [most acts]`.
 * And 294 identities that were not named, 10 of them theirs. Bar: all patterns on 100,000 acts within a second; 1,000,000 must not blow up (growth near 10, memory in proportion).
 */
import type { Act, Timeline } from "@unmask/core";
import { countTimeline, findAll, patterns, suggestIdentities } from "@unmask/patterns";
import { newAccountsActs, newAccountsStatement } from "../fixtures/timelines/new-accounts.ts";
import { timelineOf } from "../fixtures/timelines/make-act.ts";
import { seededActs, seededStatement } from "../fixtures/timelines/seeded-case.ts";

const most = Number(process.argv[2] ?? 1_000_000);
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= most);
const barAt100k = 1000;

let allBefore = 0;
for (const size of sizes) {
  const timeline = timelineOf(inOrderOfFiles(size));
  const before = memory();
  const all = timed(() => findAll(copyOf(timeline), seededStatement));
  const pictures = timed(() => countTimeline(copyOf(timeline), seededStatement));
  const slowest = patterns
    .map(({ id, find }) => ({ id, ms: timed(() => find(timeline, seededStatement)).ms }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 4)
    .map(({ id, ms }) => `${id} ${ms.toFixed(0)}`);
  const growth = allBefore === 0 ? "" : ` (×${(all.ms / allBefore).toFixed(1)} for ×10)`;
  allBefore = all.ms;
  console.log(
    `${size.toLocaleString("en-GB")} acts: all patterns ${all.ms.toFixed(0)} ms${growth}, ${all.value.length} findings; pictures ${pictures.ms.toFixed(0)} ms; ` +
      `heap ${before} MB with the timeline, ${memory()} MB with everything; slowest: ${slowest.join(", ")} ms`,
  );
  if (size === 100_000 && all.ms > barAt100k) {
    console.error(`all patterns on 100,000 acts took ${all.ms.toFixed(0)} ms of the processor, more than ${barAt100k}`);
    process.exitCode = 1;
  }
}

{
  const timeline = timelineOf(newAccountsActs({ seed: 7, accounts: 10, actsOfEach: 199, strangers: 284, actsOfStranger: 345 }));
  const asked = timed(() => suggestIdentities(timeline, newAccountsStatement));
  const whole = timed(() =>
    patterns.flatMap(({ id, find }) => (id === "identities-as-one" ? find(copyOf(timeline), newAccountsStatement) : [])),
  );
  console.log(
    `${timeline.acts.length.toLocaleString("en-GB")} acts, 294 identities not named: ${asked.value.length} asked about in ${asked.ms.toFixed(0)} ms; identities-as-one ${whole.ms.toFixed(0)} ms`,
  );
}

/** As importers hand them over: in order of time, each act made after the one before it. */
function inOrderOfFiles(size: number): readonly Act[] {
  return [...seededActs({ seed: 7, acts: size })]
    .sort((a, b) => a.when.earliest - b.when.earliest)
    .map((act) => ({ ...act, when: { ...act.when }, flags: [...act.flags] }));
}

/** The same acts as a timeline of which nothing is remembered. */
function copyOf({ acts, coverage }: Timeline): Timeline {
  return { acts, coverage };
}

/** Processor time of this process, which a busy machine does not stretch as much as the clock. */
function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

function memory(): number {
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}
