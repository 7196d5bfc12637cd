import { type ReadingTerms, type Result, type StatementDocument, failed, ok, parseStatement, parseZone } from "@unmask/core";
import { readGivenNumbers, readVault, withGivenNumbers } from "@unmask/corridor";
import { sayNotRead } from "@unmask/pack";
import { type Original, type Vault, listOriginals, readDocumentOf, readJournal, writeDocumentOf } from "@unmask/vault";
import { sayLostEntries } from "@unmask/words";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { parseReadingTerms } from "../reading-options.ts";
import { isWithin } from "../ports/copy-place.ts";
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
  if (await isWithin(given.text("out") ?? ".", folder))
    return refuseVault(
      { says: "a report in the folder of the vault lies there for everybody to read. Name another folder with --out.", isUsage: true },
      world,
    );
  const opened = await openFolder(folder, given, world);
  if (!opened.ok) return refuseVault(opened.error, world);
  const { vault } = opened.value;
  try {
    const kept = await readKept(vault);
    if (!kept.ok) return refuseVault(kept.error, world);
    const { originals, statement, settings, numbers, unreadable } = kept.value;
    for (const one of unreadable) world.terminal.say(`unmask: ${one}`);
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
          const { lines, lostLines } = await readJournal(vault);
          if (originals.length === 0 && lines.length === 0)
            return failed(
              lostLines.length === 0
                ? "there is nothing in this vault yet. Nothing was made."
                : "all that was written in this vault is missing or was changed. Nothing was made. `unmask vault check` names each file; bring the vault back from a copy.",
            );
          return ok({
            names: [journalName, ...originals.map(({ name }) => name)],
            passedOver: [],
            close: async () => undefined,
            async read(terms, reading) {
              const read = await readVault(vault, { terms, overrule: overruleOf(given, terms), areLookedThrough: true }, reading);
              for (const one of read.missing) world.terminal.say(sayMissing(one));
              const { lostLines = [], notRead } = read.imported;
              if (lostLines.length > 0) world.terminal.say(`${sayLostEntries(lostLines)} \`unmask vault check\` names the files.`);
              const beside = notRead === undefined ? [] : sayNotRead(notRead);
              for (const one of beside) world.terminal.say(`unmask: ${one}`);
              left = read.missing.length + lostLines.length + beside.length + kept.value.unreadable.length;
              return read.imported;
            },
          });
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
  /** What is missing or was changed, and what the report is without because of it, in sentences. */
  readonly unreadable: readonly string[];
}

async function readKept(vault: Vault): Promise<Result<Kept, Refusal>> {
  const originals = await listOriginals(vault);
  const written = await readDocumentOf(vault, "statement");
  const statement = !written.ok || written.value === undefined ? ok(undefined) : parseStatement(written.value);
  if (!statement.ok)
    return failed({ says: `the statement in the vault does not read: ${statement.error}. Name another with --statement.` });
  const settings = await readDocumentOf(vault, "settings");
  const text = settings.ok ? settings.value : undefined;
  const numbers = readGivenNumbers(text);
  if (!numbers.ok) return failed({ says: numbers.error });
  return ok({
    originals: originals.ok ? originals.value : [],
    ...(statement.value && { statement: statement.value }),
    settings: text,
    numbers: numbers.value,
    unreadable: [
      ...(written.ok ? [] : ["statement.age is missing or was changed: what it states is not in the report."]),
      ...(settings.ok ? [] : ["settings.age is missing or was changed: the exhibits are counted anew."]),
    ],
  });
}

/** Her journal as a file among the originals, by the name that its format has (docs/formats/entry.md). */
const journalName = "journal.jsonl";

/** On which terms to read what nothing was stated of: those of the options, else those of the original that came in last and has some. */
function termsFor(given: Given, originals: readonly Original[], world: World): Result<ReadingTerms, string> {
  const terms = parseReadingTerms(given, world);
  if (!terms.ok || given.text("zone") !== undefined) return terms;
  const zone = parseZone(originals.findLast(({ terms: own }) => own?.zone !== undefined)?.terms?.zone ?? "");
  return ok({ ...terms.value, ...(zone && { zone, zoneStated: true }) });
}

/** An option holds for all originals, whatever was stated of each. */
function overruleOf(given: Given, { zone, dateOrder }: ReadingTerms): NonNullable<Parameters<typeof readVault>[1]["overrule"]> {
  return { ...(given.text("zone") !== undefined && { zone }), ...(given.text("date-order") !== undefined && dateOrder && { dateOrder }) };
}

function sayMissing({ name, file }: Original): string {
  return file === undefined
    ? `${name} is not in the report: its bytes are not here, only its name and number are kept. Bring it in again.`
    : `${name} is not in the report: it is missing or was changed in the vault (${file}).`;
}
