import { type Identity, type Instant, type Whose, createNamedTo, isTheirs, parseStatement, whoseSteps } from "@unmask/core";
import type { ArrivedAct, OrderState } from "@unmask/case";
import { stateCase } from "@unmask/corridor";
import type { Transaction } from "kysely";
import { actOf } from "../desk/act-page.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { itemsOf } from "../sql/case/item-facts.ts";
import { type ActToHold, actsToHold } from "../sql/case/order-proposals.ts";

/** The acts of reports as orders see them: those of their packs by what each pack states, and what was told by voice as words alone. */

/** Acts that are read at once: each is a whole line of a pack. */
const actsAtOnce = 1_000;

/** An act, and whether it reached whoever reports it; whom that is under an order, its draft says. */
export interface HeldAct {
  readonly act: Omit<ArrivedAct, "reached">;
  readonly isToReporter: boolean;
}

/** Acts of these reports that can lie at an instant or after it, none that is hers or of third people. */
export async function arrivedActs(
  tx: Transaction<CaseTables>,
  { force, reports, from }: { readonly force: string; readonly reports: readonly string[]; readonly from: Instant },
): Promise<readonly HeldAct[]> {
  const packs = (await itemsOf(tx, force, reports)).filter(({ kind }) => kind === "pack");
  const isToHer = new Map(packs.map(({ id, statement }) => [id, addresseeBy(statement)]));
  const held: HeldAct[] = [];
  for (const report of reports)
    for (let after = { item: "", ordinal: 0 }; ;) {
      const rows = await actsToHold(tx, { force, report, from, after, limit: actsAtOnce });
      for (const row of rows) held.push(heldAct(row, isToHer.get(row.item) ?? isOwner));
      const last = rows.at(-1);
      if (last === undefined || rows.length < actsAtOnce) break;
      after = last;
    }
  return [...held, ...(await toldByVoice(tx, force, reports, from))];
}

/** An act under one order: whom of those that it protects it reached. Who reports is known by the report alone, and two of one name are not taken as one. */
export function arrivedUnder({ act, isToReporter }: HeldAct, { draft }: Pick<OrderState, "draft">): ArrivedAct {
  return { ...act, reached: isToReporter ? draft.protects.flatMap(({ person, report }) => (report === act.report ? person : [])) : [] };
}

type IsToHer = (identity: Identity) => boolean;

const isOwner: IsToHer = ({ kind }) => kind === "owner";

/** Who is addressed, by what a pack states of who is who. */
function addresseeBy(statement: string | null): IsToHer {
  const stated = statement === null ? undefined : parseStatement(statement);
  const settled = stated?.ok === true ? stateCase(stated.value) : undefined;
  if (settled?.ok !== true) return isOwner;
  const named = createNamedTo(settled.value);
  return (identity) => named(identity) === "hers";
}

function heldAct({ report, item, ordinal, act_id, act: written, whose }: ActToHold, isToHer: IsToHer): HeldAct {
  const { when, kind, channel, to, text, grade } = actOf(written);
  return {
    act: {
      ...{ report, act: act_id, when, kind, channel, whose: sideOf(whoseSteps.find((one) => one === whose)), kept: { item, ordinal } },
      // Where somebody was stands in what she wrote down; a message that names a place says nothing of where its sender was.
      ...(grade === "own-account" && text !== null && { told: text }),
    },
    isToReporter: grade === "own-account" || to.some(isToHer),
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
      },
    ];
  });
}
