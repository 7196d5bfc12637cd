import { type ReadingTerms, type Report, type Result, type Statement, type StatementDocument, failed, ok } from "@unmask/core";
import {
  type MadeReport,
  type PackOnItsWay,
  type PackWorld,
  type ReadingWorld,
  type MadeContactSheet,
  chooseWhatGoes,
  fearedDaysLeftOut,
  importExports,
  makeContactSheet,
  makePack,
  makeReport,
  makingFailed,
  settleStatement,
  stopsLeftOut,
  timeStampFrom,
} from "@unmask/corridor";
import { type Imported, whyNoReport } from "@unmask/importers";
import type { GivenNumber } from "@unmask/pack";
import { type SignerKey, isRecipient } from "@unmask/seal";
import manifest from "../package.json" with { type: "json" };
import { afterShape, readAfter, sayGoingOn, sayLogGoesOn } from "./after.ts";
import { askAll, sayNothingOpen } from "./ask.ts";
import type { Given } from "./arguments.ts";
import { coverShape, readCover, sayActsNotThere, sayDaysNotGoing, sayPrintedAsWritten, whyNotSealed } from "./cover.ts";
import { namesOfLeftOut } from "./ports/left-out-paths.ts";
import { sayChosen } from "./say-chosen.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { exitCodeOfImport, sayCaveats, sayNotThere, sayPassedOver } from "./import-caveats.ts";
import {
  type OpenedFiles,
  createHashByName,
  nativeAead,
  keepHeapSmall,
  type OutputFolder,
  openOutputFolder,
  askTimestampAuthority,
  setReport,
} from "@unmask/fittings-node";

import { readTextFile } from "./ports/named-file.ts";

import { ownPapersIn } from "./own-papers.ts";
import { readingShape, readingWorld } from "./reading-options.ts";
import {
  readStatedFiles,
  sayMarksAgainstFile,
  saySaidTwice,
  sayNotHers,
  sayStray,
  statedIn,
  statementShape,
  sayStopsLeftOut,
} from "./statement.ts";
import type { World } from "./world.ts";
import { refuse, refuseUsage } from "./commands/refuse.ts";

/** The options of a report, wherever its files come from. */
export const reportShape = {
  ...readingShape,
  ...statementShape,
  ...coverShape,
  ...afterShape,
  to: "texts",
  "signer-key": "text",
  tsa: "text",
  out: "text",
  impact: "text",
  "leave-out": "texts",
  redact: "texts",
  "pdf-only": "yes",
} as const;

/** Where the files of a report come from, and what is known beside its options. */
export interface ReportOf {
  readonly terms: ReadingTerms;
  /** What she stated before, where that is kept; `--statement` stands in its place. */
  readonly kept?: StatementDocument;
  /** As they were named on the command line. */
  readonly paths: readonly string[];
  /** Exhibit numbers that were given before. */
  readonly numbers?: readonly GivenNumber[];
  signer(): Promise<Result<SignerKey, string>>;
  open(): Promise<Result<ReportFiles, string>>;
  /** Keeps the numbers of the exhibits, before anything is made. The error is a sentence. */
  keepNumbers?(report: Report): Promise<Result<undefined, string>>;
}

/** The files of a report, opened. */
export interface ReportFiles extends Pick<OpenedFiles, "passedOver" | "close"> {
  /** Of the files that were handed over. */
  readonly names: readonly string[];
  read(terms: ReadingTerms, world: ReadingWorld): Promise<Imported>;
}

/** Files of a disk as those of a report. */
export function reportFiles({ sources, passedOver, close }: OpenedFiles): ReportFiles {
  const names = sources.map(({ name }) => name);
  return { names, passedOver, close, read: (terms, world) => importExports(sources, terms, world) };
}

/** From files to a sealed pack, or to its folder when nobody is named to seal it to. */
export async function makeReportOf(given: Given, of: ReportOf, world: World): Promise<ExitCode> {
  const readFiles = await readStatedFiles(given, world.signal);
  if (!readFiles.ok) return refuseUsage(world, readFiles.error);
  const statedFiles = { ...(of.kept && { statement: of.kept }), ...readFiles.value };
  const stated = statedIn(given, of.terms, statedFiles);
  if (!stated.ok) return refuseUsage(world, stated.error);
  const wrong = whatIsMissing(given, stated.value.statement);
  if (wrong !== undefined) return refuseUsage(world, wrong);
  const impact = await readImpact(given.text("impact"), world.signal);
  if (!impact.ok) return refuse(world, impact.error);
  const asked = await readCover(given, stated.value.terms, world.signal);
  if (!asked.ok) return refuseUsage(world, asked.error);
  const unsealed = whyNotSealed(given, asked.value);
  if (unsealed !== undefined) return refuseUsage(world, unsealed);
  const { contact } = asked.value;
  const signer = await of.signer();
  if (!signer.ok) return refuse(world, signer.error);
  const after = await readAfter(given, signer.value, world);
  if (!after.ok) return refuse(world, after.error);
  const folder = await openOutputFolder(given.text("out") ?? ".");
  if (!folder.ok) return refuse(world, folder.error);
  const files = await of.open();
  if (!files.ok) return refuse(world, files.error);

  try {
    const means = { ...readingWorld(world), ownPapers: await ownPapersIn(given, world), takesIn: given.texts("take-in") };
    const read = await files.value.read(stated.value.terms, means);
    world.terminal.endProgress();
    world.signal.throwIfAborted();
    const settled = settleStatement(stated.value.statement, { timeline: read.timeline, cover: asked.value.cover });
    const { statement, timeline, openChats, statedTwins, groups, shown, notHers, cover, saidTwice } = settled;
    const against = sayMarksAgainstFile(timeline, statement);
    if (against !== undefined) return refuseUsage(world, against);
    const imported = { ...read, timeline };
    saySaidTwice(saidTwice, world.terminal);
    sayStray(imported.timeline, statement, world.terminal);
    sayNotHers(notHers, world.terminal);
    const isNothingOpen = askAll(
      { timeline: imported.timeline, statement, unblocks: imported.unblocks, shown, openChats, statedTwins, groups },
      world.terminal,
    );
    sayPassedOver(files.value, world.terminal);
    sayCaveats(imported.caveats, world.terminal);
    sayNotThere(given.texts("take-in"), imported.caveats, world.terminal);
    sayNothingOpen(isNothingOpen, imported.caveats, world.terminal);
    world.signal.throwIfAborted();
    const missing = whyNoReport(imported.caveats.notTakenIn);
    if (missing !== undefined) return refuse(world, missing);
    if (imported.timeline.coverage.length === 0) return exitCode.nothing;
    const leaveOut = namesOfLeftOut(given.texts("leave-out"), { paths: of.paths, names: files.value.names });
    const redact = given.texts("redact");
    const says = [
      { option: "--cover", said: cover },
      { option: "--impact", said: impact.value },
    ];
    const choice =
      leaveOut.length + redact.length === 0
        ? ok(undefined)
        : await chooseWhatGoes(imported, { leaveOut, redact, says }, { statement, world: readingWorld(world) });
    world.terminal.endProgress();
    if (!choice.ok) return refuseUsage(world, choice.error);
    const chosen = choice.value;
    if (chosen) for (const line of sayChosen(chosen)) world.terminal.say(line);
    if (chosen) sayStopsLeftOut(stopsLeftOut(imported, chosen, statement), world.terminal);
    if (chosen && cover) sayDaysNotGoing(fearedDaysLeftOut(cover, imported, chosen, statement.zone), world.terminal);
    if (cover) sayActsNotThere(cover, imported.timeline, world.terminal);
    const report = makeReport(
      imported,
      { statement, withheld: new Set<string>(), impact: impact.value, cover, chosen, after: after.value, numbers: of.numbers },
      {
        at: world.now(),
        random: world.random,
        tool: { version: manifest.version, engine: world.engine.name, zones: world.engine.zones },
      },
    );
    if (after.value) world.terminal.say(sayGoingOn(after.value, report));
    const kept = (await of.keepNumbers?.(report)) ?? ok(undefined);
    if (!kept.ok) return refuse(world, kept.error);
    const isSheetMade = contact !== undefined && !given.isSet("pdf-only");
    const packing = { ...packWorld(given, world), isReachSealed: isSheetMade };
    const made = await makePack(report, chosen?.files ?? imported.originals, signer.value, packing);
    if (!made.ok) return refuse(world, made.error);
    const sheet = isSheetMade ? await makeContactSheet(contact, report, packing) : ok(undefined);
    if (!sheet.ok) return refuse(world, sheet.error);
    const written = await writeOutput(made.value, sheet.value, { folder: folder.value, given, world });
    if (!written.ok) return refuse(world, written.error);
    for (const line of written.value) world.terminal.say(line);
    if (after.value && !given.isSet("pdf-only")) world.terminal.say(sayLogGoesOn(after.value));
    if (cover) sayPrintedAsWritten(cover, world.terminal);
    if (contact && !sheet.value) world.terminal.say("The contact sheet was not made: with --pdf-only it is the printed report alone.");
    return exitCodeOfImport(imported.caveats);
  } finally {
    await files.value.close();
  }
}

function whatIsMissing(given: Given, { me, them }: Statement): string | undefined {
  if (them.normals.size === 0) return "say who it is about with --them, once for each name, number or account.";
  if (me.normals.size === 0) return "say which name in the files is yours with --me.";
  const wrong = given.texts("to").find((recipient) => !isRecipient(recipient));
  if (wrong !== undefined) return `--to ${wrong}: not an age recipient. It begins with age1 and comes from whoever will open the pack.`;
  const tsa = given.text("tsa");
  if (tsa !== undefined && !/^https?:\/\/\S+$/.test(tsa))
    return `--tsa ${tsa}: write the address of a time-stamp authority, http or https.`;
  return undefined;
}

async function readImpact(path: string | undefined, signal: AbortSignal): Promise<Result<string | undefined, string>> {
  if (path === undefined) return ok(undefined);
  const text = await readTextFile(path, signal);
  return text === undefined ? failed(`there is no file at ${path} (--impact).`) : ok(text.trim());
}

/** What making a pack uses of this machine. */
function packWorld(given: Given, { terminal, random, signal }: World): PackWorld {
  const authority = given.text("tsa");
  return {
    setReport: (document) => {
      terminal.showProgress("Setting the printed report");
      return setReport(document, { signal });
    },
    typesetter: "pdf-a",
    random,
    createHash: createHashByName,
    aead: nativeAead,
    ...(authority !== undefined && { timeStamp: timeStampFrom((query) => askTimestampAuthority(authority, query, signal)) }),
    onProgress: (done, total) => {
      const percent = Math.min(99, Math.floor((done / Math.max(1, total)) * 100));
      terminal.showProgress(`Sealing the pack: ${percent} of 100 (Ctrl+C stops)`);
    },
    signal,
  };
}

interface Output {
  readonly folder: OutputFolder;
  readonly given: Given;
  readonly world: World;
}

/** Writes what was made. Gives the lines that say what that is. */
async function writeOutput(
  made: MadeReport,
  sheet: MadeContactSheet | undefined,
  { folder, given, world }: Output,
): Promise<Result<readonly string[], string>> {
  if (given.isSet("pdf-only")) {
    const place = await folder.writeFile(`${made.id}.pdf`, oneChunk(made.pdf));
    const chronology = await folder.writeFile(`${made.id}-chronology.pdf`, oneChunk(made.chronologyPdf));
    return ok([`The printed report: ${place}`, `The chronology of its acts: ${chronology}`]);
  }
  keepHeapSmall();
  try {
    const pack = made.pack();
    const place = await writePack(made.id, pack, { folder, recipients: given.texts("to") });
    const key = await folder.writeFile(`${made.id}.pub`, oneChunk(new TextEncoder().encode(made.publicKeyFile)));
    const sheetPlace = sheet && (await folder.writeFile(`${made.id}-contact.age`, sheet.sealedTo(given.texts("to"))));
    world.terminal.endProgress();
    return ok([
      `The pack: ${place}`,
      ...(sheetPlace === undefined ? [] : [`How and when it is safe to reach you, sealed alone: ${sheetPlace}`]),
      `The key that checks its signature: ${key}`,
      `  ${made.publicKey}`,
      "Tell that key to whoever will check the pack by another way than the pack itself: by telephone, or on paper.",
      ...(given.text("tsa") !== undefined && pack.timeStamped() !== true
        ? [
            "The time-stamp authority gave no usable answer, or its clock and this machine's are days apart: the pack carries no time-stamp, and says so.",
          ]
        : []),
    ]);
  } catch (error) {
    await folder.removeAll();
    const says = makingFailed(error);
    if (says !== undefined) return failed(says);
    throw error;
  }
}

/** Sealed as one file; as a folder when nobody is named to seal it to. */
async function writePack(
  id: string,
  pack: PackOnItsWay,
  { folder, recipients }: { readonly folder: OutputFolder; readonly recipients: readonly string[] },
): Promise<string> {
  return recipients.length === 0 ? folder.writeFolder(id, pack.entries) : folder.writeFile(`${id}.age`, pack.sealedTo(recipients));
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
