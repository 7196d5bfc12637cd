/**
 * SMS Backup & Restore: 500,000 messages with emoji as surrogate references, read to acts, beside a reading with saxes 6 that keeps five
 * attributes a message and no position. Bar: 1.5 times its speed, 150 MB at the peak, no emoji lost. Each reading runs in a process of its own,
 * three times.
 *
 *     npx tsx bench/sms.ts
 */
import { once } from "node:events";
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SaxesParser } from "saxes";
import { bundleProgram } from "./child-program.ts";
import { readingsOf } from "./child-reading.ts";
import { smsBackupRestore } from "../packages/importers/src/sms-backup-restore.ts";

interface Figures {
  readonly messages: number;
  readonly emoji: number;
  readonly seconds: number;
  readonly peakMb: number;
  /** Processor time of the whole process: what a busy machine leaves comparable. */
  readonly processorSeconds: number;
}

type Read = Pick<Figures, "messages" | "emoji" | "seconds">;

const [, , job, path] = process.argv;
if (job === "ours" && path) print(await readWithOurs(path));
else if (job === "saxes" && path) print(await readWithSaxes(path));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sms-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    for (const count of [10_000, 500_000, 1_000_000]) {
      const file = join(folder, `${count}.xml`);
      const emoji = await writeExport(file, count);
      const peer = run(program, "saxes", file);
      const ours = run(program, "ours", file);
      console.log(
        `${count.toLocaleString("en")} messages, ${Math.round(statSync(file).size / 1e6)} MB, ${emoji.toLocaleString("en")} emoji`,
      );
      console.log(row("  saxes 6.0.0", peer));
      console.log(row("  ours", ours));
      const processor = (peer.processorSeconds / ours.processorSeconds).toFixed(2);
      console.log(
        `  ratio ${(peer.seconds / ours.seconds).toFixed(2)} x (processor time ${processor} x), emoji lost ${emoji - ours.emoji}`,
      );
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, { messages, emoji, seconds, peakMb }: Figures): string {
  const speed = Math.round(messages / seconds).toLocaleString("en");
  return `${name.padEnd(14)} ${messages} read, ${emoji} emoji, ${seconds.toFixed(2)} s, ${speed} messages/s, peak ${peakMb} MB`;
}

/** The faster of three runs and the highest of their peaks: another program on the machine slows one of them, not all. */
function run(program: string, name: string, file: string): Figures {
  const runs = [1, 2, 3].map(() => JSON.parse(execFileSync(process.execPath, [program, name, file], { encoding: "utf8" })) as Figures);
  const fastest = runs.reduce((best, one) => (one.seconds < best.seconds ? one : best));
  return { ...fastest, peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)) };
}

function print(figures: Read): void {
  const { user, system } = process.cpuUsage();
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...figures, peakMb, processorSeconds: (user + system) / 1e6 }));
}

/** Shaped like a real export, 340 bytes a message. Returns how many emoji it holds. */
async function writeExport(file: string, count: number): Promise<number> {
  const out = createWriteStream(file);
  let emoji = 0;
  out.write(`<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${count}" backup_set="7c7d" type="full">\n`);
  for (let i = 0; i < count; i++) {
    const happy = (i * 7919) % 25 < 4;
    if (happy) emoji++;
    const number = `+447700900${String(i % 40).padStart(3, "0")}`;
    const text = `Message ${i}: are you coming home &amp; when? I saw the light${happy ? " &#55357;&#56832;" : ""}${i % 50 === 0 ? "&#10;second line" : ""}`;
    const line =
      `  <sms protocol="0" address="${number}" date="${1_700_000_000_000 + i * 61_000}" type="${(i % 2) + 1}" subject="null" body="${text}" ` +
      `toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1" ` +
      `readable_date="14 Nov 2023 22:13:20" contact_name="Contact ${i % 40}" />\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  await new Promise((resolve) => out.end("</smses>\n", () => resolve(undefined)));
  return emoji;
}

async function readWithOurs(file: string): Promise<Read> {
  const before = performance.now();
  let messages = 0;
  let emoji = 0;
  for await (const readings of readingsOf(smsBackupRestore, file)) {
    for (const reading of readings) {
      if (!("act" in reading)) continue;
      messages++;
      if (reading.act.text?.includes("\u{1f600}")) emoji++;
    }
  }
  return { messages, emoji, seconds: (performance.now() - before) / 1000 };
}

async function readWithSaxes(file: string): Promise<Read> {
  const before = performance.now();
  let messages = 0;
  let emoji = 0;
  const parser = new SaxesParser();
  parser.on("error", () => {
    // Surrogate references: it reports each and goes on with the literal text.
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name !== "sms") return;
    const { address, date, type, body, contact_name } = attributes as Record<string, string>;
    const record = { address, at: Number(date), type, body, contact_name };
    messages++;
    if (record.body?.includes("\u{1f600}")) emoji++;
  });
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1024 * 1024 })) parser.write(chunk as string);
  parser.close();
  return { messages, emoji, seconds: (performance.now() - before) / 1000 };
}
