import { type ReadingTerms, type Result, type Source, type StatementDocument, failed, ok, parseStatement, parseZone } from "@unmask/core";
import { readGivenNumbers, withGivenNumbers } from "@unmask/corridor";
import { textToBytes } from "@unmask/seal";
import { type Original, type Vault, listOriginals, openOriginal, readDocumentOf, readJournal, writeDocumentOf } from "@unmask/vault";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { parseReadingTerms } from "../reading-options.ts";
import { makeReportOf } from "../report-of.ts";
import type { World } from "../world.ts";
import { openFolder } from "./open.ts";
import { type Refusal, refusalOf, refuseVault } from "./refusal.ts";

/** `pack`: a report out of a vault, with the options of `report`. Its journal is a file among the originals, and the vault signs. */
export async function pack(folder: string, given: Given, world: World): Promise<ExitCode> {
  if (given.text("signer-key") !== undefined)
    return refuseVault(
      { says: "a report out of a vault is signed with the vault's own key. Leave --signer-key out.", isUsage: true },
      world,
    );
  const opened = await openFolder(folder, given, world);
  if (!opened.ok) return refuseVault(opened.error, world);
  const { vault } = opened.value;
  try {
    const kept = await readKept(vault);
    if (!kept.ok) return refuseVault(kept.error, world);
    const { originals, statement, settings, numbers } = kept.value;
    const terms = termsFor(given, originals, world);
    if (!terms.ok) return refuseVault({ says: terms.error, isUsage: true }, world);
    let left = 0;
    const code = await makeReportOf(
      given,
      {
        terms: terms.value,
        ...(statement && { kept: statement }),
        paths: [],
        numbers,
        signer: async () => ok(vault.keys.signer),
        async open() {
          const { sources, missing } = await sourcesOf(vault, originals);
          for (const says of missing) world.terminal.say(says);
          left = missing.length;
          if (sources.length === 0) return failed("there is nothing in this vault yet. Nothing was made.");
          return ok({ sources, passedOver: [], close: async () => undefined });
        },
        async keepNumbers({ exhibits }) {
          const next = withGivenNumbers(settings, numbers, exhibits);
          const written = next === undefined ? ok(undefined) : await writeDocumentOf(vault, "settings", next);
          return written.ok ? written : failed(refusalOf(written.error).says);
        },
      },
      world,
    );
    return code === exitCode.done && left > 0 ? exitCode.caveats : code;
  } finally {
    await opened.value.close();
  }
}

interface Kept {
  readonly originals: readonly Original[];
  readonly statement?: StatementDocument;
  readonly settings: string | undefined;
  readonly numbers: Parameters<typeof withGivenNumbers>[1];
}

async function readKept(vault: Vault): Promise<Result<Kept, Refusal>> {
  const originals = await listOriginals(vault);
  if (!originals.ok) return failed(refusalOf(originals.error));
  const written = await readDocumentOf(vault, "statement");
  if (!written.ok) return failed(refusalOf(written.error));
  const statement = written.value === undefined ? ok(undefined) : parseStatement(written.value);
  if (!statement.ok)
    return failed({ says: `the statement in the vault does not read: ${statement.error}. Name another with --statement.` });
  const settings = await readDocumentOf(vault, "settings");
  if (!settings.ok) return failed(refusalOf(settings.error));
  const numbers = readGivenNumbers(settings.value);
  if (!numbers.ok) return failed({ says: numbers.error });
  return ok({
    originals: originals.value,
    ...(statement.value && { statement: statement.value }),
    settings: settings.value,
    numbers: numbers.value,
  });
}

/** On which terms to read: those of the options, else those that were stated when the originals were brought in, where they are the same of all. */
function termsFor(given: Given, originals: readonly Original[], world: World): Result<ReadingTerms, string> {
  const terms = parseReadingTerms(given, world);
  if (!terms.ok) return terms;
  const zones = [...new Set(originals.flatMap(({ terms: own }) => own?.zone ?? []))];
  const orders = [...new Set(originals.flatMap(({ terms: own }) => own?.dateOrder ?? []))];
  if (given.text("zone") === undefined && zones.length > 1)
    return failed(
      `the originals were brought in with different zones (${zones.join(", ")}), and a report is read in one. Say which with --zone.`,
    );
  if (given.text("date-order") === undefined && orders.length > 1)
    return failed(
      `the originals were brought in with different orders of dates (${orders.join(", ")}), and a report is read in one. Say which with --date-order.`,
    );
  const zone = given.text("zone") === undefined ? parseZone(zones[0] ?? "") : undefined;
  const [dateOrder] = given.text("date-order") === undefined ? orders : [];
  return ok({ ...terms.value, ...(zone && { zone, zoneStated: true }), ...(dateOrder && { dateOrder }) });
}

/** Her journal as a file among the originals, by the name that its format has (docs/formats/entry.md). */
const journalName = "journal.jsonl";

/** What a report is made of, and a sentence for each thing that is not there to be read. */
async function sourcesOf(
  vault: Vault,
  originals: readonly Original[],
): Promise<{ readonly sources: readonly Source[]; readonly missing: readonly string[] }> {
  const { lines, lost } = await readJournal(vault);
  const missing = lost.map((path) => `A part of the journal is missing or was changed, and is not in the report: ${path}`);
  const lineByCounter = new Map(lines.map(({ counter, line }) => [counter, line]));
  // What is lost keeps its place: line n is the line with counter n.
  const whole = Array.from({ length: lines.at(-1)?.counter ?? 0 }, (_, i) => `${lineByCounter.get(i + 1) ?? ""}\n`).join("");
  const sources: Source[] = whole === "" ? [] : [inMemory(journalName, textToBytes(whole))];
  for (const original of originals) {
    const opened = await openOriginal(vault, original);
    if (opened.ok) sources.push(opened.value);
    else
      missing.push(
        original.file === undefined
          ? `${original.name} is not in the report: there was no room for it when it was brought in. Bring it in again.`
          : `${original.name} is not in the report: it is missing or was changed in the vault (${original.file}).`,
      );
  }
  return { sources, missing };
}

function inMemory(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
