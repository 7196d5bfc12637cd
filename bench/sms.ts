/**
 * SMS Backup & Restore: whole commands side by side, each from its start to its end. Ours is the built `unmask read --summary FILE`: the file
 * hashed, every message an act with an id and a place, the summary printed. The peer streams the file through saxes 6, keeps five attributes a
 * message and prints who wrote how much, first and last; it hashes nothing and keeps no position. Bars at 500,000 messages, with emoji as
 * surrogate references: 1.5 times its speed, 150 MB at the peak, no message and no emoji lost.
 *
 *     npx tsx bench/sms.ts
 */
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { smsBackupRestore } from "../packages/importers/src/sources/sms-backup-restore/sms-backup-restore.ts";
import { bundleProgram } from "./child-program.ts";
import { readingsOf } from "./child-reading.ts";
import { bestOf, builtCommand, hold, row, runCommand } from "./child-command.ts";

const speedBar = 1.5;
const memoryBar = 150;
const messagesAtBar = 500_000;
/** Runs of each, turn about. */
const times = 3;

await compare();

async function compare(): Promise<void> {
  const command = await builtCommand();
  const folder = mkdtempSync(join(tmpdir(), "sms-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(new URL("./child-saxes.ts", import.meta.url)), folder);
    const perMessage: number[] = [];
    for (const count of [10_000, messagesAtBar, 1_000_000]) {
      const file = join(folder, `${count}.xml`);
      const emoji = await writeExport(file, count);
      const [peer, own] = bestOf(times, [
        () => runCommand(folder, [program, file]),
        () => runCommand(folder, [command, "read", "--summary", file]),
      ]);
      if (!peer || !own) throw new Error("two programs were run");
      perMessage.push(own.processorSeconds / count);
      const ratio = peer.seconds / own.seconds;
      console.log(`${count.toLocaleString("en")} messages, ${Math.round(statSync(file).size / 1e6)} MB`);
      console.log(row("saxes 6.0.0", peer));
      console.log(row("unmask read --summary", own));
      console.log(`  ratio ${ratio.toFixed(2)} x (processor time ${(peer.processorSeconds / own.processorSeconds).toFixed(2)} x)`);
      const { acts } = JSON.parse(own.output) as { acts: number };
      hold(`${acts} of ${count} messages`, acts === count);
      if (count === messagesAtBar) {
        hold(`${ratio.toFixed(2)} times the peer's speed`, ratio >= speedBar);
        hold(`${own.peakMb} MB at the peak`, own.peakMb <= memoryBar);
        const read = await emojiReadIn(file);
        console.log(`  ${read.toLocaleString("en")} of ${emoji.toLocaleString("en")} emoji`);
        hold(`${read} of ${emoji} emoji`, read === emoji);
      }
      rmSync(file);
    }
    const growth = perMessage.map((seconds) => `${(seconds * 1e6).toFixed(2)} µs`).join(", ");
    console.log(`a message costs ${growth} of a processor at 10 k, 500 k, 1 M, start-up included`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Messages with an emoji, which no summary tells: read here, outside the clock. */
async function emojiReadIn(file: string): Promise<number> {
  let emoji = 0;
  for await (const readings of readingsOf(smsBackupRestore, file)) {
    for (const reading of readings) if ("act" in reading && reading.act.text?.includes("\u{1f600}")) emoji++;
  }
  return emoji;
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
