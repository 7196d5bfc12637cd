/**
 * WhatsApp: whole commands side by side, each from its start to its end. Ours is the built `unmask read --summary FILE`: the file hashed, every
 * message an act with an id and a place, the summary printed. The peer reads the whole file into a string, parses it with whatsapp-chat-parser
 * 4 and prints who wrote how much, first and last; it hashes nothing. Bars: 1.7 times its speed and 200 MB at the peak for a million messages,
 * 250 MB for a file of 600 MB, which is more than a string can hold.
 *
 *     npx tsx bench/whatsapp.ts
 */
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "./child-program.ts";
import { type CommandFigures, bestOf, builtCommand, hold, row, runCommand } from "./child-command.ts";

type Phone = "iOS" | "Android";

const speedBar = 1.7;
const memoryBar = 200;
const largeFileBar = 250;
const messagesOfLargeFile = 6_700_000;
/** Runs of each, turn about. */
const times = 3;

await compare();

async function compare(): Promise<void> {
  const command = await builtCommand();
  const folder = mkdtempSync(join(tmpdir(), "whatsapp-bench-"));
  const ours = (file: string) => (): CommandFigures => runCommand(folder, [command, "read", "--summary", "--zone", "Europe/London", file]);
  try {
    const program = await bundleProgram(fileURLToPath(new URL("./child-whatsapp-chat-parser.ts", import.meta.url)), folder);
    for (const phone of ["iOS", "Android"] as const) {
      const perMessage: number[] = [];
      for (const count of [10_000, 100_000, 1_000_000]) {
        const file = await writeExport(folder, phone, count);
        const [peer, own] = bestOf(times, [() => runCommand(folder, [program, file]), ours(file)]);
        if (!peer || !own) throw new Error("two programs were run");
        perMessage.push(own.processorSeconds / count);
        const ratio = peer.seconds / own.seconds;
        console.log(`${phone}, ${count.toLocaleString("en")} messages, ${megabytes(file)} MB`);
        console.log(row("whatsapp-chat-parser 4.0.2", peer));
        console.log(row("unmask read --summary", own));
        console.log(`  ratio ${ratio.toFixed(2)} x (processor time ${(peer.processorSeconds / own.processorSeconds).toFixed(2)} x)`);
        hold(`${phone}: ${actsIn(peer)} of ${count} messages by the peer`, actsIn(peer) === count);
        hold(`${phone}: ${actsIn(own)} of ${count} messages`, actsIn(own) === count);
        if (count === 1_000_000) {
          hold(`${phone}: ${ratio.toFixed(2)} times the peer's speed`, ratio >= speedBar);
          hold(`${phone}: ${own.peakMb} MB at the peak`, own.peakMb <= memoryBar);
        }
        rmSync(file);
      }
      const growth = perMessage.map((seconds) => `${(seconds * 1e6).toFixed(2)} µs`).join(", ");
      console.log(`${phone}: a message costs ${growth} of a processor at 10 k, 100 k, 1 M, start-up included`);
    }
    const file = await writeExport(folder, "iOS", messagesOfLargeFile);
    const [own] = bestOf(1, [ours(file)]);
    if (!own) throw new Error("one program was run");
    console.log(`${megabytes(file)} MB, more than a string can hold`);
    console.log(row("unmask read --summary", own));
    hold(
      `${megabytes(file)} MB: ${actsIn(own)} messages, ${own.peakMb} MB at the peak`,
      actsIn(own) === messagesOfLargeFile && own.peakMb <= largeFileBar,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function actsIn({ output }: CommandFigures): number {
  return (JSON.parse(output) as { acts: number }).acts;
}

function megabytes(file: string): number {
  return Math.round(statSync(file).size / 1e6);
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
