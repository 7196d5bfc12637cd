import { type Zone, channels, parseZone } from "@unmask/core";
import { type Identifier, type KeyedHash, type LinkSide, type LinkedKind, type Use, identifierOf, keyOf } from "@unmask/link";
import type { Transaction } from "kysely";
import { type ActLine, type ActUse, actsOfSender, sendersIn, usesOfSender } from "../sql/case/case-acts.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { itemsOf } from "../sql/case/item-facts.ts";
import { placeOf } from "../sql/case/membership.ts";
import { reportsInCase } from "../sql/case/link-pairs.ts";
import { lettersOfReport } from "../sql/case/report-contents.ts";
import { identifiersTold } from "./identifiers-told.ts";

/** One side of a link as far as it bears on the shared identifiers. Asked as the machine: nothing else of a side leaves this file. */

const linkedKinds: readonly LinkedKind[] = ["phone", "email", "handle", "id", "device"];
/** Where numbers without a country are dialled. */
const country = "GB";
/** Acts of one side that are compared; a number with more is compared by its first. */
const mostUses = 20_000;

/** What a side consists of. */
export interface SideReports {
  /** "Case 0412", "Report R-2088". */
  readonly says: string;
  readonly case: string | null;
  readonly reports: readonly string[];
}

/** The reports that one side stands for: all of its case, or itself alone. */
export async function reportsOfSide(tx: Transaction<CaseTables>, force: string, report: string): Promise<SideReports> {
  const ref = (await placeOf(tx, force, report)) ?? null;
  if (ref === null) return { says: `Report ${report}`, case: null, reports: [report] };
  return { says: `Case ${ref}`, case: ref, reports: await reportsInCase(tx, force, ref) };
}

/** The identifiers of some keys, as far as an act of these reports shows them or a letter tells them: the index itself holds none. */
export async function identifiersOfKeys(
  tx: Transaction<CaseTables>,
  { force, reports, keys, keyedHash }: SenderSearch,
): Promise<ReadonlyMap<string, Identifier>> {
  const wanted = new Set(keys);
  const found = new Map<string, Identifier>();
  const senders = await sendersIn(tx, { force, reports, kinds: linkedKinds });
  for (const { kind, normal, channel } of senders) {
    const identifier = identifierOfText(kind, normal, channel);
    if (identifier === undefined) continue;
    const { key } = keyOf(identifier, keyedHash);
    if (wanted.has(key)) found.set(key, identifier);
  }
  for (const report of wanted.size > found.size ? reports : [])
    for (const { words } of await lettersOfReport(tx, { force, report }))
      for (const identifier of identifiersTold(accountIn(words), { country, own: [] })) {
        const { key } = keyOf(identifier, keyedHash);
        if (wanted.has(key)) found.set(key, identifier);
      }
  return found;
}

/** Her words in a letter as it is kept. */
function accountIn(words: string): string {
  const letter: unknown = JSON.parse(words);
  const account: unknown = typeof letter === "object" && letter !== null ? Reflect.get(letter, "account") : undefined;
  return typeof account === "string" ? account : "";
}

interface SenderSearch {
  readonly force: string;
  readonly reports: readonly string[];
  readonly keys: readonly string[];
  readonly keyedHash: KeyedHash;
}

/** Channels by which an account of a platform is used; null for what belongs to none. */
// partial: every other platform is a channel by its own name.
const channelsOf: Readonly<Record<string, readonly string[]>> = { facebook: ["facebook", "messenger"] };

/** What a side shows done with one identifier: all of it as it is compared, and the first acts as they are shown. */
export interface SideUses {
  readonly uses: readonly ActUse[];
  readonly first: readonly ActLine[];
}

/** Reads it; `mostShown` acts are shown. */
export async function usesOf(
  tx: Transaction<CaseTables>,
  {
    force,
    reports,
    identifier,
    mostShown,
  }: { readonly force: string; readonly reports: readonly string[]; readonly identifier: Identifier; readonly mostShown: number },
): Promise<SideUses> {
  const { kind, normal, platform } = identifier;
  const channelsHere = platform === "" ? null : (channelsOf[platform] ?? [platform]);
  const search = { force, reports, kind, normal, channels: channelsHere };
  return { uses: await usesOfSender(tx, { ...search, limit: mostUses }), first: await actsOfSender(tx, { ...search, limit: mostShown }) };
}

/** One side, ready to be compared. */
export async function sideOf(
  tx: Transaction<CaseTables>,
  { force, side, acts }: { readonly force: string; readonly side: SideReports; readonly acts: readonly ActUse[] },
): Promise<LinkSide> {
  const items = await itemsOf(tx, force, side.reports);
  const terms = items.flatMap(({ told }) => (told === null ? [] : [termsIn(told)]));
  return {
    reference: side.says,
    uses: acts.map(useOf),
    calledBy: [...new Set(acts.map(({ from_name }) => from_name).filter((name) => name !== null))],
    isZoneStated: terms.length > 0 && terms.every(({ isStated }) => isStated),
  };
}

/** The zone in which a pack was read, as it says itself, and whether somebody stated it. */
function termsIn(told: string): { readonly zone: Zone | undefined; readonly isStated: boolean } {
  const report: unknown = JSON.parse(told);
  const terms: unknown = typeof report === "object" && report !== null ? Reflect.get(report, "terms") : undefined;
  if (typeof terms !== "object" || terms === null) return { zone: undefined, isStated: false };
  const zone: unknown = Reflect.get(terms, "zone");
  return { zone: typeof zone === "string" ? parseZone(zone) : undefined, isStated: Reflect.get(terms, "zoneStated") === true };
}

function useOf({ earliest, latest, body, grade }: ActUse): Use {
  const known = grade === "own-account" ? "account" : "record";
  return { when: { earliest, latest }, known, ...(body !== null && { text: body }) };
}

function identifierOfText(kind: string, normal: string, channel: string): Identifier | undefined {
  const known = linkedKinds.find((one) => one === kind);
  const by = channels.find((one) => one === channel);
  return known === undefined || by === undefined ? undefined : identifierOf({ kind: known, wrote: normal, normal }, by);
}
