/**
 * A mailbox of 100,000 mails, split by ours and by mbox-reader 1.2.0 (which cuts at every line that begins with `From `), and read whole: ours
 * to acts, hashes included, the peer with postal-mime 4.0.0. Each is a process of its own, reading measured from its start to its end, splitting (a part of
 * reading, no command) without the start, the best of a few. Bars for 100,000 mails: splitting 3 x the peer, reading 1 x and 200 MB.
 *
 *     npx tsx bench/mbox.ts
 */
import { once } from "node:events";
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mboxReader } from "mbox-reader";
import PostalMime from "postal-mime";
import { bestOf } from "./child-command.ts";
import { bundleProgram } from "./child-program.ts";
import { openSource, readingsOf } from "./child-reading.ts";
import { mbox } from "../packages/importers/src/sources/mbox/mbox.ts";
import { splitMbox } from "../packages/formats/src/mail/mbox-split.ts";

interface Figures {
  readonly mails: number;
  readonly seconds: number;
  /** What both processors spent on it. */
  readonly processorSeconds: number;
  readonly peakMb: number;
}

/** Splitting takes a third of a second, which one busy moment doubles. */
const times = 5;

const jobs: Readonly<Record<string, (file: string) => Promise<number>>> = {
  "split ours": splitWithOurs,
  "split peer": splitWithPeer,
  "read ours": readWithOurs,
  "read peer": readWithPeer,
};

const [, , job, path] = process.argv;
if (job && path) await runJob(jobs[job], path);
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mbox-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    for (const count of [10_000, 100_000, 200_000]) {
      const file = join(folder, `${count}.mbox`);
      await writeMailbox(file, count);
      console.log(`${count.toLocaleString("en")} mails, ${Math.round(statSync(file).size / 1e6)} MB`);
      for (const what of count === 200_000 ? ["split"] : ["split", "read"]) {
        const [peer, ours] = bestOf(what === "split" ? times : 1, [
          () => run(program, `${what} peer`, file),
          () => run(program, `${what} ours`, file),
        ]);
        if (!peer || !ours) throw new Error("nothing was measured");
        console.log(row(`  ${what}, mbox-reader 1.2.0${what === "read" ? " + postal-mime 4.0.0" : ""}`, peer));
        console.log(row(`  ${what}, ours`, ours));
        const ratio = peer.seconds / ours.seconds;
        const ofProcessor = peer.processorSeconds / ours.processorSeconds;
        console.log(`  ratio ${ratio.toFixed(2)} x (processor ${ofProcessor.toFixed(2)} x), mails lost ${count - ours.mails}`);
        if (count !== 100_000) continue;
        const isMissed = what === "split" ? ratio < 3 : ratio < 1 || ours.peakMb > 200;
        if (isMissed || ours.mails !== count) process.exitCode = 1;
      }
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, { mails, seconds, processorSeconds, peakMb }: Figures): string {
  return `${name.padEnd(46)} ${mails} mails, ${seconds.toFixed(2)} s (processor ${processorSeconds.toFixed(2)} s), ${Math.round(mails / seconds).toLocaleString("en")} mails/s, peak ${peakMb} MB`;
}

function run(program: string, name: string, file: string): Figures {
  const before = performance.now();
  const told = JSON.parse(execFileSync(process.execPath, [program, name, file], { encoding: "utf8" })) as Figures;
  return name.startsWith("split") ? told : { ...told, seconds: (performance.now() - before) / 1000 };
}

async function runJob(work: ((file: string) => Promise<number>) | undefined, file: string): Promise<void> {
  if (!work) throw new Error("no such job");
  const before = performance.now();
  const mails = await work(file);
  const seconds = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({ mails, seconds, processorSeconds: (user + system) / 1e6, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }),
  );
}

/** Shaped like a provider's export: 730 bytes a mail, two alternatives, quoted-printable. */
async function writeMailbox(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let i = 0; i < count; i++) {
    const two = (value: number) => String(value).padStart(2, "0");
    const time = `${two(i % 24)}:${two(i % 60)}:${two((i * 7) % 60)}`;
    const mail =
      `From sender${i % 50}@example.com Fri Feb 27 ${time} 2026\n` +
      `Received: from mx.example.net (mx.example.net [192.0.2.1]) by mail.example.org; Fri, 27 Feb 2026 ${time} +0000\n` +
      `From: "Sender ${i % 50}" <sender${i % 50}@example.com>\nTo: her@example.org\nSubject: =?UTF-8?Q?Message_${i}_=E2=9C=93?=\n` +
      `Date: Fri, 27 Feb 2026 ${time} +0000\nMessage-ID: <${i}@example.com>\nMIME-Version: 1.0\n` +
      `Content-Type: multipart/alternative; boundary="b${i}"\n\n--b${i}\n` +
      `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n` +
      `Message ${i}: are you at home? =C3=A9=C3=A8 I saw the light.\n>From the window.\n\n--b${i}\n` +
      `Content-Type: text/html; charset=utf-8\n\n<p>Message ${i}: are you at home?</p>\n\n--b${i}--\n\n`;
    if (!out.write(mail)) await once(out, "drain");
  }
  await new Promise((resolve) => out.end(() => resolve(undefined)));
}

async function splitWithOurs(file: string): Promise<number> {
  const { source, close } = await openSource(file);
  let mails = 0;
  for await (const pieces of splitMbox(source)) for (const { kind } of pieces) if (kind === "mail") mails++;
  await close();
  return mails;
}

async function splitWithPeer(file: string): Promise<number> {
  let mails = 0;
  for await (const _ of mboxReader(createReadStream(file))) mails++;
  return mails;
}

async function readWithOurs(file: string): Promise<number> {
  let mails = 0;
  for await (const readings of readingsOf(mbox, file)) for (const reading of readings) if ("act" in reading) mails++;
  return mails;
}

async function readWithPeer(file: string): Promise<number> {
  let mails = 0;
  for await (const message of mboxReader(createReadStream(file))) {
    const mail = await PostalMime.parse(message.content);
    if (mail.date) mails++;
  }
  return mails;
}
