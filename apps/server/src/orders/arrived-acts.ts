import {
  type Identity,
  type Instant,
  type Whose,
  createNamedTo,
  createSaidOther,
  isTheirs,
  parseStatement,
  spelledNames,
  whoseSteps,
} from "@unmask/core";
import type { ArrivedAct, HeldAct } from "@unmask/case";
import { stateCase } from "@unmask/corridor";
import type { Transaction } from "kysely";
import { namesSaid } from "./acts-of-draft.ts";
import { actOf } from "../desk/act-page.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { itemsOf } from "../sql/case/item-facts.ts";
import { type ActToHold, actsToHold, senderKey, unknownSenders } from "../sql/case/order-proposals.ts";

/** The acts of reports as orders see them: those of their packs by what each pack states, and what was told by voice as words alone. */

/** Acts that are read at once: each is a whole line of a pack. */
const actsAtOnce = 1_000;

/** Acts of a case, with the names that each of its packs says of its other side: one that says none is about nobody who is named. */
export interface ArrivedActs {
  readonly acts: readonly HeldAct[];
  readonly sides: readonly (readonly string[])[];
}

/** Where there is none. */
export const nothingArrived: ArrivedActs = { acts: [], sides: [] };

/**
 * Acts of these reports that can lie at an instant or after it, and none that is hers. Of other people there are only those that can have been done for the
 * subject: that name him in their words, or of a sender of whom nothing is known. A phone holds every message of every friend.
 */
export async function arrivedActs(
  tx: Transaction<CaseTables>,
  {
    force,
    reports,
    from,
    subjects,
  }: { readonly force: string; readonly reports: readonly string[]; readonly from: Instant; readonly subjects: readonly string[] },
): Promise<ArrivedActs> {
  const packs = (await itemsOf(tx, force, reports)).filter(({ kind }) => kind === "pack");
  const stated = new Map(packs.map(({ id, statement }) => [id, statedBy(statement)]));
  const names = [...new Set([...subjects, ...[...stated.values()].flatMap(({ theirNames }) => theirNames)])];
  const unknown = await unknownSenders(tx, { force, reports, from });
  const since = new Map(unknown.map((one) => [senderKey(one), one.since]));
  const held: HeldAct[] = [];
  for (const report of reports)
    for (let after = { item: "", ordinal: 0 }; ;) {
      const rows = await actsToHold(tx, { force, report, from, names, unknown, after, limit: actsAtOnce });
      for (const row of rows) held.push(heldAct(row, stated.get(row.item) ?? nothingStated, since));
      const last = rows.at(-1);
      if (last === undefined || rows.length < actsAtOnce) break;
      after = last;
    }
  return { acts: [...held, ...(await toldByVoice(tx, force, reports, from))], sides: [...stated.values()].map(({ side }) => side) };
}

/** What a pack states of who is who. */
interface Stated {
  readonly isToHer: (identity: Identity) => boolean;
  readonly isSaidOther: (identity: Identity) => boolean;
  readonly theirNames: readonly string[];
  readonly side: readonly string[];
}

const nothingStated: Stated = { isToHer: ({ kind }) => kind === "owner", isSaidOther: () => false, theirNames: [], side: [] };

function statedBy(statement: string | null): Stated {
  const stated = statement === null ? undefined : parseStatement(statement);
  const settled = stated?.ok === true ? stateCase(stated.value) : undefined;
  if (stated?.ok !== true || settled?.ok !== true) return nothingStated;
  const named = createNamedTo(settled.value);
  return {
    isToHer: (identity) => named(identity) === "hers",
    isSaidOther: createSaidOther(settled.value),
    // “Him” and “my ex” are what people call somebody, and nobody's name: every friend writes them.
    theirNames: spelledNames(settled.value.them),
    side: namesSaid(stated.value),
  };
}

function heldAct(row: ActToHold, { isToHer, isSaidOther, theirNames, side }: Stated, since: ReadonlyMap<string, Instant>): HeldAct {
  const { report, item, ordinal, act_id, whose } = row;
  const { when, kind, channel, from, to, text, grade } = actOf(row.act);
  const isOwnAccount = grade === "own-account";
  // Whose row names nobody went to the owner of the file by default: in what she wrote down that says nothing of whom it reached.
  const isToReporter = to.some((one) => isToHer(one) && !(isOwnAccount && one.kind === "owner"));
  const senderSince = to.every(isToHer) && !isSaidOther(from) ? since.get(senderKey(from)) : undefined;
  return {
    act: {
      ...{ report, act: act_id, when, kind, channel, whose: sideOf(whoseSteps.find((one) => one === whose)), kept: { item, ordinal } },
      ...(text !== null && { words: text }),
      ...(isOwnAccount && { isOwnAccount }),
    },
    isToReporter,
    theirNames,
    side,
    ...(senderSince !== undefined && { senderSince }),
  };
}

function sideOf(whose: Whose | undefined): ArrivedAct["whose"] {
  if (whose === undefined || whose === "withheld") return "not-known";
  if (isTheirs(whose)) return "theirs";
  return whose === "perhaps theirs" ? "perhaps" : "other";
}

/** Reports that were typed in while they were told: what was done, and when, is in the words. */
async function toldByVoice(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
  from: Instant,
): Promise<readonly HeldAct[]> {
  const streams = await readStreams(tx, force, { of: "report", ids: reports });
  return [...streams].flatMap(([report, [first]]): readonly HeldAct[] => {
    if (first?.kind !== "report-typed" || first.body.told.length === 0 || first.happened < from) return [];
    const when = { earliest: first.happened, latest: first.happened };
    return [
      {
        act: { report, act: `told ${report}`, when, kind: "other", channel: "other", whose: "not-known", isWordsAlone: true },
        isToReporter: false,
        theirNames: [],
        side: [],
      },
    ];
  });
}
