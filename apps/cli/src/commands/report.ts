import { type Report, type Result, type Statement, failed, ok } from "@unmask/core";
import { type Original, type TakenIn, assumptionsOf, importers, takeIn } from "@unmask/importers";
import {
  type BuildPackOptions,
  type BuiltPack,
  type PackEntry,
  assembleReport,
  buildPack,
  packFailureOf,
  reportDocument,
  tarOf,
  timeStampBy,
} from "@unmask/pack";
import { type SignerKey, certificatesInReply, isRecipient, publicKeyText, sealStream } from "@unmask/seal";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import manifest from "../../package.json" with { type: "json" };
import { type Given, parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { exitCodeOfImport, sayToMind } from "../import-words.ts";
import { openFiles } from "../ports/files.ts";
import { createHashByName, nativeAead } from "../ports/hashes.ts";
import { readTextFile } from "../ports/home.ts";
import { keepHeapSmall } from "../ports/memory.ts";
import { type OutputFolder, openOutputFolder } from "../ports/output-folder.ts";
import { askTimestampAuthority } from "../ports/tsa.ts";
import { setReport } from "../ports/typst-node.ts";
import { parseReadingOptions, readingShape } from "../reading-options.ts";
import { openSigner } from "../signer.ts";
import { parseStatement, statementShape } from "../statement.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

const shape = {
  ...readingShape,
  ...statementShape,
  to: "texts",
  "signer-key": "text",
  tsa: "text",
  out: "text",
  impact: "text",
  withhold: "texts",
  "pdf-only": "yes",
} as const;

/** `unmask report`: from files to a sealed pack, or to its folder when nobody is named to seal it to. */
export async function report(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, shape);
  if (!given.ok) return refuseUsage(world, given.error);
  const options = parseReadingOptions(given.value, world);
  if (!options.ok) return refuseUsage(world, options.error);
  const statement = parseStatement(given.value, options.value.zone);
  if (!statement.ok) return refuseUsage(world, statement.error);
  const wrong = whatIsMissing(given.value);
  if (wrong !== undefined) return refuseUsage(world, wrong);
  const impact = await readImpact(given.value.text("impact"));
  if (!impact.ok) return refuse(world, impact.error);
  const signer = await openSigner(given.value.text("signer-key"), world);
  if (!signer.ok) return refuse(world, signer.error);
  const folder = await openOutputFolder(given.value.text("out") ?? ".");
  if (!folder.ok) return refuse(world, folder.error);
  const files = await openFiles(given.value.words);
  if (!files.ok) return refuse(world, files.error);

  try {
    const taken = await takeIn(files.value.sources, options.value);
    world.terminal.endProgress();
    sayToMind(taken.mind, world.terminal);
    world.signal.throwIfAborted();
    if (taken.timeline.coverage.length === 0) return exitCode.nothing;
    const withheld = new Set(given.value.texts("withhold"));
    const unknown = [...withheld].find((name) => !taken.originals.some(({ source }) => source.name === name));
    if (unknown !== undefined) return refuseUsage(world, `--withhold ${unknown}: no file of that name was handed over.`);
    const sent = assembleFrom(taken, { statement: statement.value, withheld, impact: impact.value, world });
    const made = await makeOutput({
      sent,
      originals: taken.originals,
      signer: signer.value,
      folder: folder.value,
      given: given.value,
      world,
    });
    if (!made.ok) return refuse(world, made.error);
    for (const line of made.value) world.terminal.say(line);
    return exitCodeOfImport(taken.mind);
  } finally {
    await files.value.close();
  }
}

function whatIsMissing(given: Given): string | undefined {
  if (given.texts("them").length === 0) return "say who it is about with --them, once for each name, number or account.";
  if (given.texts("me").length === 0) return "say which name in the files is yours with --me.";
  const wrong = given.texts("to").find((recipient) => !isRecipient(recipient));
  if (wrong !== undefined) return `--to ${wrong}: not an age recipient. It begins with age1 and comes from whoever will open the pack.`;
  const tsa = given.text("tsa");
  if (tsa !== undefined && !/^https?:\/\/\S+$/.test(tsa))
    return `--tsa ${tsa}: write the address of a time-stamp authority, http or https.`;
  return undefined;
}

async function readImpact(path: string | undefined): Promise<Result<string | undefined, string>> {
  if (path === undefined) return ok(undefined);
  const text = await readTextFile(path);
  return text === undefined ? failed(`there is no file at ${path} (--impact).`) : ok(text.trim());
}

interface Said {
  readonly statement: Statement;
  readonly withheld: ReadonlySet<string>;
  readonly impact: string | undefined;
  readonly world: World;
}

function assembleFrom(taken: TakenIn, { statement, withheld, impact, world }: Said): Report {
  const used = new Set(taken.timeline.coverage.map(({ importer }) => importer));
  const findings = findAll(taken.timeline, statement);
  return assembleReport({
    madeAt: world.now(),
    nonce: world.random(6),
    statement,
    terms: taken.terms,
    timeline: taken.timeline,
    findings: illustrate(findings, taken.timeline, { statement, size: drawingSizes.print }),
    originals: taken.originals.map(({ source, sha256, size }) => ({ name: source.name, sha256, size })),
    withheld,
    unread: taken.unread,
    kept: taken.kept,
    impact,
    assumptions: assumptionsOf(taken.mind),
    tool: {
      name: "Unmask",
      version: manifest.version,
      importers: Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version])),
      zones: world.engine.zones,
      engine: world.engine.name,
    },
  });
}

interface Making {
  readonly sent: Report;
  readonly originals: readonly Original[];
  readonly signer: SignerKey;
  readonly folder: OutputFolder;
  readonly given: Given;
  readonly world: World;
}

/** Sets the printed report, builds the pack, writes it. Gives the lines that say what was made. */
async function makeOutput(making: Making): Promise<Result<readonly string[], string>> {
  const { sent, originals, signer, folder, given, world } = making;
  world.terminal.showProgress("Setting the printed report");
  const document = reportDocument(sent, { signerKey: publicKeyText(signer), engine: "pdf-a" });
  const pdf = await setReport(document, { signal: world.signal });
  if (!pdf.ok) return failed(pdf.error.says);
  if (given.isSet("pdf-only")) {
    const place = await folder.writeFile(`${sent.id}.pdf`, oneChunk(pdf.value));
    return ok([`The printed report: ${place}`]);
  }
  keepHeapSmall();
  const built = buildPack(sent, {
    originalOf(exhibit) {
      const original = originals.find(({ sha256 }) => sha256 === exhibit.sha256);
      if (!original) throw new Error("an exhibit without an original");
      return original.source;
    },
    reportPdf: pdf.value,
    signer,
    random: world.random,
    createHash: createHashByName,
    ...timestampFrom(given.text("tsa"), world.signal),
  });
  return writePack(making, built);
}

function timestampFrom(url: string | undefined, signal: AbortSignal): Pick<BuildPackOptions, "timeStamp"> {
  if (url === undefined) return {};
  return {
    timeStamp: timeStampBy(async (query) => {
      const reply = await askTimestampAuthority(url, query, signal);
      const chain = reply && certificatesInReply(reply);
      return reply && chain !== undefined ? { reply, chain } : undefined;
    }),
  };
}

async function writePack({ sent, folder, given, world }: Making, built: BuiltPack): Promise<Result<readonly string[], string>> {
  const { id } = sent;
  const entries = withProgress(built.entries, sent, world);
  const recipients = given.texts("to");
  try {
    const pack =
      recipients.length === 0
        ? await folder.writeFolder(id, entries)
        : await folder.writeFile(`${id}.age`, sealStream(tarOf(entries), { recipients, aead: nativeAead }));
    const key = await folder.writeFile(`${id}.pub`, oneChunk(new TextEncoder().encode(built.publicKey)));
    world.terminal.endProgress();
    return ok([
      `The pack: ${pack}`,
      `The key that checks its signature: ${key}`,
      `  ${built.publicKey.split("\n")[1] ?? ""}`,
      "Tell that key to whoever will check the pack by another way than the pack itself: by telephone, or on paper.",
      ...(given.text("tsa") !== undefined && built.timeStamped() !== true
        ? [
            "The time-stamp authority gave no usable answer, or its clock and this machine's are days apart: the pack carries no time-stamp, and says so.",
          ]
        : []),
    ]);
  } catch (error) {
    await folder.removeAll();
    const failure = packFailureOf(error);
    if (failure) return failed(failure.says);
    throw error;
  }
}

async function* withProgress(
  entries: AsyncIterable<PackEntry>,
  { exhibits }: Report,
  { terminal, signal }: World,
): AsyncGenerator<PackEntry> {
  let written = 0;
  const total = exhibits.reduce((sum, { size, withheld }) => sum + (withheld ? 0 : size), 0);
  for await (const entry of entries) {
    yield {
      ...entry,
      async *chunks() {
        for await (const chunk of entry.chunks()) {
          signal.throwIfAborted();
          yield chunk;
          written += chunk.length;
          terminal.showProgress(
            `Sealing the pack: ${Math.min(99, Math.floor((written / Math.max(1, total)) * 100))} of 100 (Ctrl+C stops)`,
          );
        }
      },
    };
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
