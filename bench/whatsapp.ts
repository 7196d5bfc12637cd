/**
 * WhatsApp: a million messages read to acts, with the SHA-256 of the file and an id for each, through the same entrance as the apps; beside
 * whatsapp-chat-parser 4, which reads the whole file into a string and hashes nothing. Bars: 1.5 times its speed, 200 MB at the peak, linear
 * growth, and a file of 600 MB at all. Each reading runs in a process of its own.
 *
 *     npx tsx bench/whatsapp.ts
 */
import { once } from "node:events";
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseString } from "whatsapp-chat-parser";
import { whatsapp } from "../packages/importers/src/whatsapp.ts";
import { bundleProgram } from "./child-program.ts";
import { readingsOf } from "./child-reading.ts";

interface Figures {
  readonly messages: number;
  readonly seconds: number;
  /** Processor time: says more than the clock on a machine that is busy with something else. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

type Phone = "iOS" | "Android";

const speedBar = 1.5;
const memoryBar = 200;

const [, , job, path] = process.argv;
if (job === "ours" && path) print(await readWithOurs(path));
else if (job === "peer" && path) print(readWithPeer(path));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "whatsapp-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    for (const phone of ["iOS", "Android"] as const) {
      const perMessage: number[] = [];
      for (const count of [10_000, 100_000, 1_000_000]) {
        const file = await writeExport(folder, phone, count);
        const peer = run(program, "peer", file);
        const ours = run(program, "ours", file);
        perMessage.push(ours.seconds / ours.messages);
        const ratio = peer.seconds / ours.seconds;
        console.log(`${phone}, ${count.toLocaleString("en")} messages, ${megabytes(file)} MB`);
        console.log(row("  whatsapp-chat-parser 4.0.2", peer));
        console.log(row("  ours", ours));
        console.log(`  ratio ${ratio.toFixed(2)} x`);
        if (count === 1_000_000) {
          hold(`${phone}: ${ratio.toFixed(2)} times the peer's speed`, ratio >= speedBar);
          hold(`${phone}: ${ours.peakMb} MB at the peak`, ours.peakMb <= memoryBar);
          hold(`${phone}: ${ours.messages} of ${count} messages`, ours.messages === count);
        }
        rmSync(file);
      }
      const growth = perMessage.map((seconds) => `${(seconds * 1e6).toFixed(2)} µs`).join(", ");
      console.log(`${phone}: a message costs ${growth} at 10 k, 100 k, 1 M`);
    }
    const file = await writeExport(folder, "iOS", 6_700_000);
    const ours = run(program, "ours", file);
    console.log(`${megabytes(file)} MB, more than a string can hold`);
    console.log(row("  ours", ours));
    hold(
      `${megabytes(file)} MB: ${ours.messages} messages, ${ours.peakMb} MB at the peak`,
      ours.messages === 6_700_000 && ours.peakMb <= memoryBar,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function hold(what: string, holds: boolean): void {
  if (holds) return;
  console.error(`missed the bar: ${what}`);
  process.exitCode = 1;
}

function megabytes(file: string): number {
  return Math.round(statSync(file).size / 1e6);
}

function row(name: string, { messages, seconds, cpuSeconds, peakMb }: Figures): string {
  const speed = Math.round(messages / seconds).toLocaleString("en");
  return `${name.padEnd(29)} ${messages} read, ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} of a processor), ${speed} messages/s, peak ${peakMb} MB`;
}

function run(program: string, name: string, file: string): Figures {
  return JSON.parse(execFileSync(process.execPath, [program, name, file], { encoding: "utf8" })) as Figures;
}

function print(figures: Omit<Figures, "peakMb">): void {
  console.log(JSON.stringify({ ...figures, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

/** Shaped like a real export, about 90 bytes a message: 5 % of three lines, 3 % media, some emoji. */
async function writeExport(folder: string, phone: Phone, count: number): Promise<string> {
  const file = join(folder, phone === "iOS" ? "_chat.txt" : "WhatsApp Chat with Sam Okafor.txt");
  const out = createWriteStream(file);
  const lineBreak = phone === "iOS" ? "\r\n" : "\n";
  let lines = "";
  for (let i = 0; i < count; i++) {
    const at = 1_700_000_000_000 + i * 17_000;
    const iso = new Date(at).toISOString();
    const [year, month, day, time] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 19)];
    const author = i % 3 === 0 ? "Maya Lind" : "Sam Okafor";
    const media = (i * 7919) % 100 < 3;
    const mark = phone === "iOS" ? "\u200e" : "";
    const name = `IMG-${year}${month}${day}-WA${String(i % 10_000).padStart(4, "0")}.jpg`;
    const words = `are you coming home, number ${i}? I saw the light${(i * 31) % 25 === 0 ? " \u{1f600}" : ""}`;
    const text = media ? (phone === "iOS" ? `${mark}<attached: ${name}>` : `${name} (file attached)`) : words;
    const below = !media && (i * 104_729) % 100 < 5 ? "\nI was there\nand you were not" : "";
    const header = phone === "iOS" ? `[${day}/${month}/${year}, ${time}] ` : `${day}/${month}/${year}, ${time.slice(0, 5)} - `;
    lines += `${media ? mark : ""}${header}${author}: ${text}${below}${lineBreak}`;
    if (lines.length > 1_000_000) {
      if (!out.write(lines)) await once(out, "drain");
      lines = "";
    }
  }
  await new Promise((resolve) => out.end(lines, () => resolve(undefined)));
  return file;
}

async function readWithOurs(file: string): Promise<Omit<Figures, "peakMb">> {
  const time = startClock();
  let messages = 0;
  for await (const readings of readingsOf(whatsapp, file)) for (const reading of readings) if ("act" in reading) messages++;
  return { messages, ...time() };
}

function readWithPeer(file: string): Omit<Figures, "peakMb"> {
  const time = startClock();
  const messages = parseString(readFileSync(file, "utf8")).length;
  return { messages, ...time() };
}

function startClock(): () => Pick<Figures, "seconds" | "cpuSeconds"> {
  const before = performance.now();
  const cpuBefore = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    return { seconds: (performance.now() - before) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}
