import { type Instant, type Report, type Statement, type TimelineAct, parseInstant, parseZone, reveal } from "@unmask/core";
import { type TakenIn, assumptionsOf, importers, takeIn } from "@unmask/importers";
import { assembleReport, buildPack, packFailureOf, reportDocument, tarOf } from "@unmask/pack";
import { countTimeline, drawMarksOnALine, drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { createIdentity, createSignerKey, formatPublicKey, prepareSha256, publicKeyText, recipientOf, sealStream } from "@unmask/seal";
import { broughtBy } from "../corridor/brought.ts";
import { lineTableOf } from "../corridor/line-table.ts";
import type { Answer, Ask, ShownFinding } from "../corridor/protocol.ts";
import { shownAct } from "../corridor/shown-act.ts";
import { country, statementOf } from "../corridor/statement.ts";
import { sourceOfFile } from "../ports/handed-files.ts";
import { preparePackHashes } from "../ports/hashes.ts";
import { removePrivateFiles, writePrivateFile } from "../ports/private-files.ts";
import { setReport } from "../ports/typst-web.ts";

/**
 * Everything heavy runs here, off the page: reading, merging, finding, sealing. What she handed over stays in this worker's memory; nothing
 * is stored but the sealed pack and the report that she is about to save.
 */
interface Held {
  readonly taken: TakenIn;
  readonly zone: string;
  look?: {
    readonly statement: Statement;
    readonly findings: ReturnType<typeof findAll>;
    readonly actById: ReadonlyMap<string, TimelineAct>;
  };
}

const version = "0.1.0";
let held: Held | undefined;
let stopping = new AbortController();

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  if (data.ask === "stop") {
    stopping.abort();
    return;
  }
  stopping = new AbortController();
  answerTo(data, stopping.signal).then(say, (error: unknown) => {
    say(stopping.signal.aborted ? { answer: "stopped" } : { answer: "failed", says: saysOf(error) });
  });
};

function say(answer: Answer): void {
  self.postMessage(answer);
}

/** An unforeseen error can quote a message, so only its kind is told. */
function saysOf(error: unknown): string {
  const failure = packFailureOf(error);
  if (failure) return failure.says;
  const name = error instanceof Error ? error.name : "no name";
  if (name === "QuotaExceededError")
    return "This browser has no more room for the pack. Make room on the device, then try again. Your files are unchanged.";
  if (name === "NotReadableError" || name === "NotFoundError")
    return "A file was moved or changed while it was read. Choose the files again.";
  return `Something went wrong that we did not foresee (${name}). Your files are unchanged.`;
}

async function answerTo(question: Exclude<Ask, { ask: "stop" }>, signal: AbortSignal): Promise<Answer> {
  switch (question.ask) {
    case "read":
      return read(question, signal);
    case "look":
      return look(question);
    case "acts":
      return acts(question);
    case "pack":
      return pack(question, signal);
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

async function read({ files, zone: name, dateOrder }: Extract<Ask, { ask: "read" }>, signal: AbortSignal): Promise<Answer> {
  const zone = parseZone(name);
  if (!zone) return { answer: "failed", says: "There is no such time zone. Choose another." };
  await removePrivateFiles();
  const createHasher = await prepareSha256();
  let found = 0;
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
      onProgress: (done, total, doing) => say({ answer: "progress", doing, done, total, acts: found }),
      signal,
    },
    (step) => {
      if ("readings" in step) found += step.readings.filter((reading) => "act" in reading).length;
    },
  );
  held = { taken, zone: name };
  return { answer: "brought", brought: broughtBy(taken) };
}

function look({ answers, narrow }: Extract<Ask, { ask: "look" }>): Answer {
  if (!held) return { answer: "failed", says: "No files were read yet. Start again with your files." };
  const { timeline } = held.taken;
  const statement = statementOf(answers, held.zone);
  const size = narrow ? drawingSizes.phone : drawingSizes.desktop;
  const found = findAll(timeline, statement);
  const findings = illustrate(found, timeline, { statement, size });
  held.look = { statement, findings: found, actById: new Map(timeline.acts.map((act) => [act.id, act])) };
  return {
    answer: "look",
    look: {
      line: drawMarksOnALine(countTimeline(timeline, statement), statement, size),
      lineTable: lineTableOf(timeline, statement),
      acts: timeline.acts.length,
      findings: findings.map(({ acts: ids, codesByAct, ...finding }): ShownFinding => ({ ...finding, actCount: ids.length })),
    },
  };
}

function acts({ from, count, finding }: Extract<Ask, { ask: "acts" }>): Answer {
  const looked = held?.look;
  if (!held || !looked) return { answer: "failed", says: "No files were read yet. Start again with your files." };
  const all =
    finding === undefined ? held.taken.timeline.acts : (looked.findings[finding]?.acts ?? []).flatMap((id) => looked.actById.get(id) ?? []);
  return { answer: "acts", acts: all.slice(from, from + count).map((act) => shownAct(act, looked.statement)), total: all.length };
}

async function pack({ recipients, impact, pdfOnly }: Extract<Ask, { ask: "pack" }>, signal: AbortSignal): Promise<Answer> {
  if (!held?.look) return { answer: "failed", says: "No files were read yet. Start again with your files." };
  const { taken, look: looked } = held;
  await removePrivateFiles();
  const signer = createSignerKey(random);
  const report = reportOf(taken, looked, impact);
  const progress = (doing: string, done: number, total: number): void =>
    say({ answer: "progress", doing, done, total, acts: taken.timeline.acts.length });
  progress("Setting the printed report", 0, 1);
  const pdf = await setReport(reportDocument(report, { signerKey: publicKeyText(signer), engine: "plain" }), { signal });
  if (!pdf.ok) return { answer: "failed", says: pdf.error.says };
  const pdfFile = await writePrivateFile(`${report.id}.pdf`, once(pdf.value));
  const identity = await createIdentity();
  const made = {
    id: report.id,
    pdf: pdfFile,
    publicKeyFile: formatPublicKey(signer),
    publicKey: publicKeyText(signer),
    identity: `${reveal(identity)}\n`,
  };
  if (pdfOnly) return { answer: "made", made };
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
  const total = report.exhibits.reduce((sum, { size }) => sum + size, 0);
  const counted = counting(tarOf(built.entries), signal, (done) => progress("Sealing the pack", Math.min(done, total), total));
  const sealed = sealStream(counted, { recipients: [...recipients, await recipientOf(identity)] });
  return { answer: "made", made: { ...made, pack: await writePrivateFile(`${report.id}.age`, sealed) } };
}

function reportOf(taken: TakenIn, { statement, findings }: NonNullable<Held["look"]>, impact: string): Report {
  const used = new Set(taken.timeline.coverage.map(({ importer }) => importer));
  return assembleReport({
    madeAt: now(),
    nonce: random(6),
    statement,
    timeline: taken.timeline,
    findings: illustrate(findings, taken.timeline, { statement, size: drawingSizes.print }),
    originals: taken.originals.map(({ source, sha256, size }) => ({ name: source.name, sha256, size })),
    withheld: new Set(),
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

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
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
