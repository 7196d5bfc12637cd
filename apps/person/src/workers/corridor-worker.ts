import {
  type Finding,
  type Instant,
  type Report,
  type Statement,
  type Timeline,
  type TimelineAct,
  parseInstant,
  parseZone,
  reveal,
} from "@unmask/core";
import { type TakenIn, assumptionsOf, importers, takeIn } from "@unmask/importers";
import { assembleReport, buildPack, packFailureOf, reportDocument, tarOf } from "@unmask/pack";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import {
  createIdentity,
  createSignerKey,
  formatPublicKey,
  isRecipient,
  prepareSha256,
  publicKeyText,
  recipientOf,
  sealStream,
} from "@unmask/seal";
import { countArrivals } from "../corridor/arrivals.ts";
import { broughtBy } from "../corridor/brought.ts";
import { lookAt, showFindings } from "../corridor/look.ts";
import type { Answer, Ask, FromWorker, PackWishes, Progress, ToWorker } from "../corridor/protocol.ts";
import { shownActs } from "../corridor/shown-act.ts";
import { country, statementOf } from "../corridor/statement.ts";
import { sourceOfFile } from "../ports/handed-files.ts";
import { preparePackHashes } from "../ports/hashes.ts";
import { noRoom, removeOwnFiles, writePrivateFile } from "../ports/private-files.ts";
import { setReport } from "../ports/report-thread.ts";

/**
 * Everything heavy runs here, off the page: reading, merging, finding, sealing. What she handed over stays in this worker's memory; nothing
 * is stored but the sealed pack that she is about to save.
 */
interface Held {
  readonly taken: TakenIn;
  readonly zone: string;
  look?: Looked;
}

interface Looked {
  readonly statement: Statement;
  /** Worked out when first asked for. */
  findings?: readonly Finding[];
  actById?: ReadonlyMap<string, TimelineAct>;
}

/** Handles of the question at hand. */
interface Conversation {
  readonly signal: AbortSignal;
  /** Tells how far it is; at most ten times a second, because the page redraws each time. */
  tell(progress: () => Progress): void;
}

const version = "0.1.0";
const tellEveryMs = 100;
const nothingRead: Answer = { answer: "failed", says: "No files were read yet. Choose your files first." };
let held: Held | undefined;
let stopping = new AbortController();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("stop" in data) {
    stopping.abort();
    return;
  }
  const { id, question } = data;
  stopping = new AbortController();
  const { signal } = stopping;
  const say = (answer: Answer): void => post({ id, answer });
  answerTo(question, { signal, tell: createTeller(id) }).then(say, async (error: unknown) => {
    if (question.ask === "pack") await removeOwnFiles();
    say(signal.aborted ? { answer: "stopped" } : { answer: "failed", says: saysOf(error) });
  });
};

function post(message: FromWorker): void {
  self.postMessage(message);
}

function createTeller(id: number): Conversation["tell"] {
  let told = -tellEveryMs;
  return (progress) => {
    if (performance.now() - told < tellEveryMs) return;
    told = performance.now();
    post({ id, progress: progress() });
  };
}

/** An unforeseen error can quote a message, so only its kind is told. */
function saysOf(error: unknown): string {
  const failure = packFailureOf(error);
  if (failure) return failure.says;
  const name = error instanceof Error ? error.name : "no name";
  if (name === noRoom)
    return "This browser has no room for the pack. Make room on the device, or use a window that is not private, then try again. Your files are unchanged.";
  if (name === "NotReadableError" || name === "NotFoundError")
    return "A file was moved or changed while it was read. Choose the files again.";
  return `Something went wrong that we did not foresee (${name}). Your files are unchanged.`;
}

async function answerTo(question: Ask, conversation: Conversation): Promise<Answer> {
  switch (question.ask) {
    case "read":
      return read(question, conversation);
    case "look":
      return look(question);
    case "findings":
      return findings();
    case "acts":
      return acts(question);
    case "recipients":
      return { answer: "recipients", unknown: question.recipients.filter((recipient) => !isRecipient(recipient)) };
    case "pack":
      return pack(question.wishes, conversation);
  }
}

function now(): Instant {
  const instant = parseInstant(Date.now());
  if (instant === undefined) throw new Error("the clock shows no time of our calendar");
  return instant;
}

function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

async function read({ files, zone: name, dateOrder }: Extract<Ask, { ask: "read" }>, { signal, tell }: Conversation): Promise<Answer> {
  const zone = parseZone(name);
  if (!zone) return { answer: "failed", says: "There is no such time zone. Choose another." };
  held = undefined;
  await removeOwnFiles();
  const createHasher = await prepareSha256();
  let found = 0;
  const arrivals = countArrivals(zone);
  const taken = await takeIn(
    files.map(sourceOfFile),
    {
      importers,
      zone,
      zoneStated: true,
      ...(dateOrder === undefined ? {} : { dateOrder }),
      now: now(),
      country,
      createHasher,
      onProgress: (done, total, doing) => tell(() => ({ doing, done, total, acts: found, weeks: arrivals.weeks() })),
      signal,
    },
    (step) => {
      if ("readings" in step)
        for (const reading of step.readings)
          if ("act" in reading) {
            found++;
            arrivals.add(reading.act);
          }
    },
  );
  held = { taken, zone: name };
  return { answer: "brought", brought: broughtBy(taken) };
}

function look({ answers }: Extract<Ask, { ask: "look" }>): Answer {
  if (!held) return nothingRead;
  const { timeline } = held.taken;
  const statement = statementOf(answers, held.zone);
  held.look = { statement };
  return { answer: "look", look: lookAt(timeline, statement) };
}

function findings(): Answer {
  if (!held?.look) return nothingRead;
  const { timeline } = held.taken;
  return { answer: "findings", findings: showFindings(foundIn(timeline, held.look), timeline, held.look.statement) };
}

function foundIn(timeline: Timeline, looked: Looked): readonly Finding[] {
  return (looked.findings ??= findAll(timeline, looked.statement));
}

/** The acts that a finding rests on. */
function actsBehind(finding: number, timeline: Timeline, looked: Looked): readonly TimelineAct[] {
  looked.actById ??= new Map(timeline.acts.map((act) => [act.id, act]));
  const { actById } = looked;
  return (foundIn(timeline, looked)[finding]?.acts ?? []).flatMap((id) => actById.get(id) ?? []);
}

function acts({ from, count, finding }: Extract<Ask, { ask: "acts" }>): Answer {
  const looked = held?.look;
  if (!held || !looked) return nothingRead;
  const { timeline } = held.taken;
  const all = finding === undefined ? timeline.acts : actsBehind(finding, timeline, looked);
  return { answer: "acts", acts: shownActs(all.slice(from, from + count), looked.statement), total: all.length };
}

async function pack(wishes: PackWishes, { signal, tell }: Conversation): Promise<Answer> {
  if (!held?.look) return nothingRead;
  const { taken, look: looked } = held;
  await removeOwnFiles();
  const signer = createSignerKey(random);
  const report = reportOf(taken, looked, wishes);
  const progress = (doing: string, done: number, total: number): void =>
    tell(() => ({ doing, done, total, acts: taken.timeline.acts.length }));
  progress("Setting the printed report", 0, 0);
  const pdf = await setReport(reportDocument(report, { signerKey: publicKeyText(signer), engine: "plain" }), { signal });
  if (!pdf.ok) return { answer: "failed", says: `There is no printed report: ${pdf.error.says}.` };
  const identity = await createIdentity();
  const made = {
    id: report.id,
    pdf: new Blob([pdf.value], { type: "application/pdf" }),
    publicKeyFile: formatPublicKey(signer),
    publicKey: publicKeyText(signer),
    identity: `${reveal(identity)}\n`,
  };
  if (wishes.pdfOnly) return { answer: "made", made };
  const built = buildPack(report, {
    originalOf(exhibit) {
      const original = taken.originals.find(({ sha256 }) => sha256 === exhibit.sha256);
      if (!original) throw new Error("an exhibit without an original");
      return original.source;
    },
    reportPdf: pdf.value,
    signer,
    random,
    createHash: await preparePackHashes(),
  });
  const total = report.exhibits.reduce((sum, { size, withheld }) => sum + (withheld ? 0 : size), 0);
  const counted = counting(tarOf(built.entries), signal, (done) => progress("Sealing the pack", Math.min(done, total), total));
  const sealed = sealStream(counted, { recipients: [...wishes.recipients, await recipientOf(identity)] });
  return { answer: "made", made: { ...made, pack: await writePrivateFile(`${report.id}.age`, owned(sealed)) } };
}

function reportOf(taken: TakenIn, looked: Looked, { herName, impact, withheld }: PackWishes): Report {
  const { statement } = looked;
  const used = new Set(taken.timeline.coverage.map(({ importer }) => importer));
  const named = herName.trim() === "" ? statement : { ...statement, me: { ...statement.me, label: herName.trim() } };
  return assembleReport({
    madeAt: now(),
    nonce: random(6),
    statement: named,
    terms: taken.terms,
    timeline: taken.timeline,
    findings: illustrate(foundIn(taken.timeline, looked), taken.timeline, { statement: named, size: drawingSizes.print }),
    originals: taken.originals.map(({ source, sha256, size }) => ({ name: source.name, sha256, size })),
    withheld: new Set(withheld),
    unread: taken.unread,
    kept: taken.kept,
    impact: impact.trim(),
    assumptions: assumptionsOf(taken.mind),
    tool: {
      name: "Unmask",
      version,
      importers: Object.fromEntries(importers.filter(({ id }) => used.has(id)).map((importer) => [importer.id, importer.version])),
      zones: "not named by the browser",
      engine: /Chrom(?:e|ium)\/\d+|Firefox\/\d+|Version\/\d+/.exec(navigator.userAgent)?.[0] ?? "a browser",
    },
  });
}

/** The disk takes bytes of memory that is not shared with another thread, which the type has to say. */
async function* owned(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of stream) yield piece.buffer instanceof ArrayBuffer ? viewOf(piece.buffer, piece) : new Uint8Array(piece);
}

function viewOf(buffer: ArrayBuffer, { byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, length);
}

async function* counting(
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  onDone: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of stream) {
    signal.throwIfAborted();
    yield piece;
    done += piece.length;
    onDone(done);
  }
}
