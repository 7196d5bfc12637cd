/**
 * Telegram Desktop: a chat of 1,000,000 messages (about 269 MB) read to acts, beside JSON.parse of the whole file, which is what every known
 * reader does and which ends at 512 MB. Bar: 300 MB at the peak, no message lost. Each reading runs in a process of its own.
 *
 *     npx tsx bench/telegram.ts
 */
import { once } from "node:events";
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instantToIso, parseInstant } from "@unmask/core";
import { readingsOf } from "./child-reading.ts";
import { telegram } from "../packages/importers/src/sources/telegram/telegram.ts";

interface Figures {
  readonly messages: number;
  readonly letters: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const [, , job, path] = process.argv;
if (job === "ours" && path) print(await readWithOurs(path));
else if (job === "whole" && path) print(readWhole(path));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "telegram-bench-"));
  try {
    for (const count of [10_000, 1_000_000]) {
      const file = join(folder, `${count}.json`);
      const letters = await writeExport(file, count);
      const peer = run("whole", file);
      const ours = run("ours", file);
      console.log(`${count.toLocaleString("en")} messages, ${Math.round(statSync(file).size / 1e6)} MB`);
      console.log(row("JSON.parse", peer));
      console.log(row("ours", ours));
      console.log(`  ratio ${(peer.seconds / ours.seconds).toFixed(2)} x, letters lost ${letters - ours.letters}`);
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, { messages, seconds, peakMb }: Figures): string {
  const speed = Math.round(messages / seconds).toLocaleString("en");
  return `  ${name.padEnd(12)} ${messages} read, ${seconds.toFixed(2)} s, ${speed} messages/s, peak ${peakMb} MB`;
}

function run(name: string, file: string): Figures {
  const output = execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name, file], { encoding: "utf8" });
  return JSON.parse(output) as Figures;
}

function print(figures: Omit<Figures, "peakMb">): void {
  console.log(JSON.stringify({ ...figures, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

/** Shaped and indented like a real export, 269 bytes a message on average. Returns how many letters its messages hold. */
async function writeExport(file: string, count: number): Promise<number> {
  const out = createWriteStream(file);
  let letters = 0;
  out.write('{\n "name": "Sam Example",\n "type": "personal_chat",\n "id": 5000000001,\n "messages": [');
  for (let i = 0; i < count; i++) {
    const seconds = 1_600_000_000 + i * 37;
    const [from, id] = i % 3 === 0 ? ["Alex Example", "user1000000002"] : ["Sam Example", "user5000000001"];
    const text = i % 7 === 0 ? `😀 ünïcode "now" ${i}` : `I am outside ${i}`;
    letters += text.length;
    const instant = parseInstant(seconds * 1000);
    const message = {
      id: i + 1,
      type: "message",
      date: instant === undefined ? "" : instantToIso(instant).slice(0, 19),
      date_unixtime: String(seconds),
      from,
      from_id: id,
      text,
      text_entities: i % 4 === 0 ? [{ type: "plain", text }] : [],
    };
    const line = `${i === 0 ? "" : ","}\n  ${JSON.stringify(message, null, 1).replaceAll("\n", "\n  ")}`;
    if (!out.write(line)) await once(out, "drain");
  }
  await new Promise((resolve) => out.end("\n ]\n}\n", () => resolve(undefined)));
  return letters;
}

async function readWithOurs(file: string): Promise<Omit<Figures, "peakMb">> {
  const before = performance.now();
  let messages = 0;
  let letters = 0;
  for await (const readings of readingsOf(telegram, file)) {
    for (const reading of readings) {
      if (!("act" in reading)) continue;
      messages++;
      letters += reading.act.text?.length ?? 0;
    }
  }
  return { messages, letters, seconds: (performance.now() - before) / 1000 };
}

/** What the peers do: the whole file as one string, one parse, and a walk over the messages. */
function readWhole(file: string): Omit<Figures, "peakMb"> {
  const before = performance.now();
  const { messages } = JSON.parse(readFileSync(file, "utf8")) as { messages: readonly { date_unixtime: string; text: string }[] };
  let letters = 0;
  let latest = 0;
  for (const { date_unixtime: seconds, text } of messages) {
    letters += text.length;
    latest = Math.max(latest, Number(seconds));
  }
  return { messages: messages.length, letters: latest > 0 ? letters : 0, seconds: (performance.now() - before) / 1000 };
}
