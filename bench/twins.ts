/**
 * One chat exported from two phones, merged: seconds and memory per pair, and how they grow. Beside it one export twice, which ids alone make one.
 * `npx tsx bench/twins.ts [most pairs]`. Bars: growth below 15 for ten times the pairs, 1,000,000 pairs within 60 s of the processor. Each size runs
 * in a process of its own, so that the peak is its own.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Act, type ActId, type Identity, type Instant, mergeActs, owner, parseSha256 } from "@unmask/core";

interface Figures {
  readonly seconds: number;
  readonly acts: number;
  readonly baseMb: number;
  readonly peakMb: number;
}

const shapes = ["a chat", "the owner unnamed", "equal lines", "ids agree"] as const;
type Shape = (typeof shapes)[number];
const mostGrowth = 15;
const mostSeconds = 60;
const minute = 60_000;

const [, script = "", first, second] = process.argv;
if (first === "one") console.log(JSON.stringify(mergeOnce(second ?? "", Number(process.argv[4]))));
else compare(Number(first ?? 1_000_000));

function compare(most: number): void {
  for (const shape of shapes) {
    let before = 0;
    for (const pairs of [10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
      const { seconds, acts, baseMb, peakMb } = figuresOf(shape, pairs);
      const growth = before === 0 ? "" : ` (×${(seconds / before).toFixed(1)} for ×10)`;
      console.log(
        `${shape}: ${pairs.toLocaleString("en-GB")} pairs in ${seconds.toFixed(2)} s${growth}; ${baseMb} MB with the records, ${peakMb} MB at the peak; ${acts.toLocaleString("en-GB")} acts`,
      );
      if (acts !== pairs) miss(`${acts} acts of ${pairs} pairs`);
      if (before > 0.5 && seconds / before > mostGrowth) miss(`grows ×${(seconds / before).toFixed(1)}`);
      if (seconds > mostSeconds) miss(`more than ${mostSeconds} s`);
      before = seconds;
    }
  }
}

function miss(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

function figuresOf(shape: Shape, pairs: number): Figures {
  const tsx = fileURLToPath(new URL("../node_modules/.bin/tsx", import.meta.url));
  const env = { ...process.env, NODE_OPTIONS: "--max-old-space-size=6000" };
  // The answer of our own program above.
  return JSON.parse(execFileSync(tsx, [script, "one", shape, String(pairs)], { encoding: "utf8", env })) as Figures;
}

function mergeOnce(shape: string, pairs: number): Figures {
  const records = [...exportOf(shape, pairs, "android"), ...exportOf(shape, pairs, "iphone")];
  const baseMb = Math.round(process.memoryUsage().rss / 1e6);
  const start = process.cpuUsage();
  const acts = mergeActs(records, []).acts.length;
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, acts, baseMb, peakMb: Math.round(process.resourceUsage().maxRSS / 1000) };
}

function exportOf(shape: string, count: number, make: "android" | "iphone"): Act[] {
  const sha256 = parseSha256((make === "android" ? "a" : "b").repeat(64));
  if (!sha256) throw new Error("no hash");
  const sam: Identity = { kind: "name", wrote: "Sam", normal: "sam" };
  const maya: Identity = make === "iphone" && shape === "the owner unnamed" ? owner : { kind: "name", wrote: "Maya", normal: "maya" };
  const open = make === "android" && shape !== "ids agree" ? minute : 1000;
  return Array.from({ length: count }, (_, i) => {
    // Equal lines stand a thousand to a minute; others come a quarter of a minute apart, one in ten a common word.
    const written = shape === "equal lines" ? Math.floor(i / 1000) * minute + (i % 60) * 1000 : i * 15_000;
    const at = written - (written % open);
    const text = shape === "equal lines" || i % 10 === 0 ? "ok" : `line ${i} of a chat that goes on for years`;
    const hash = `${(shape === "ids agree" ? "ids" : make).padEnd(8, "0")}${i.toString(16).padStart(24, "0")}`;
    return {
      id: `bench-${hash}-1` as ActId,
      kind: "message", channel: "whatsapp",
      when: { wrote: String(at), zone: "UTC", earliest: at as Instant, latest: (at + open - 1) as Instant },
      from: i % 2 ? maya : sam, to: [i % 2 ? sam : maya],
      text, attachments: [], flags: [], grade: "text-export",
      source: { sha256, name: `${make}.txt`, start: i * 60, end: i * 60 + 60 },
    };
  }); // prettier-ignore
}
