import { type BundleSource, type OrderState, type OtherSide, otherSideOf } from "@unmask/case";
import { type Identity, type StatementDocument, createSaidOther, isOf, parseStatement, spelledNames } from "@unmask/core";
import { stateCase } from "@unmask/corridor";
import type { Transaction } from "kysely";
import { actOf } from "../desk/act-page.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import {
  type DraftAct,
  type DraftCount,
  type SenderOfOther,
  actsForDraft,
  countForDraft,
  sendersOfOthers,
} from "../sql/case/draft-acts.ts";
import { itemsOf } from "../sql/case/item-facts.ts";

/** The acts that a draft application lists, and how many it does not: by whom each of them was done is what its pack states. */

/** Acts of one draft: with more, neither a court reads it nor does it fit into the memory of the typesetter. */
const mostActs = 3_000;

/**
 * The acts of these reports that a draft against a subject lists. A sender of whom nobody said anything is nobody's, and no third person for that; nor is an act
 * the subject's that a pack states of its other side, where that is named by no name of the subject. `sides`: reports of which that is to be looked at.
 */
export async function actsOfDraft(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
  subject: OrderState["subject"],
): Promise<{ readonly acts: readonly DraftAct[]; readonly count: DraftCount; readonly sides: NonNullable<BundleSource["sides"]> }> {
  const packs = (await itemsOf(tx, force, reports)).filter(({ kind }) => kind === "pack");
  const stated = new Map(packs.map(({ id, statement }) => [id, statedBy(statement)]));
  const sideOf = new Map(packs.map(({ id }): readonly [string, OtherSide] => [id, otherSideOf(stated.get(id)?.theirNames ?? [], subject)]));
  const another = packs.flatMap(({ id }) => (sideOf.get(id) === "another" ? [id] : []));
  const senders = await sendersOfOthers(tx, force, reports);
  const open = senders.filter((one) => isUnattributed(one, stated.get(one.item))).map(({ key }) => key);
  const saidOthers = [...new Set([...stated.values()].flatMap((one) => one?.saidOthers ?? []))];
  const which = { force, reports, open, saidOthers, another };
  const acts = await actsForDraft(tx, { ...which, limit: mostActs });
  const sides = packs.flatMap(({ id, report }) => {
    const side = sideOf.get(id);
    return report === null || side === undefined || side === "subject" ? [] : [{ report, side }];
  });
  return {
    acts: acts.map((act) => (sideOf.get(act.item) === "another" ? { ...act, whose: ofAnother } : act)),
    count: await countForDraft(tx, which),
    sides: [...new Map(sides.map((one) => [`${one.report} ${one.side}`, one])).values()],
  };
}

/** Whose an act is that its pack states of its other side, where that is another person than the subject by the name it has there. */
export const ofAnother = "of whom its report names";

/** What a pack states of third people. */
interface Stated {
  readonly isSaidOther: (identity: Identity) => boolean;
  /** By a name of hers or of theirs: as somebody's of the two it is not known whose. */
  readonly isOfBoth: (identity: Identity) => boolean;
  readonly saidOthers: readonly string[];
  /** What the other side is called. */
  readonly theirNames: readonly string[];
}

function statedBy(written: string | null): Stated | undefined {
  const read = written === null ? undefined : parseStatement(written);
  const settled = read?.ok === true ? stateCase(read.value) : undefined;
  if (read?.ok !== true || settled?.ok !== true) return undefined;
  const { me, them, perhaps } = settled.value;
  const personas = [me, them, ...(perhaps === undefined ? [] : [perhaps])];
  return {
    isSaidOther: createSaidOther(settled.value),
    isOfBoth: (identity) => personas.some((one) => isOf(one, identity)),
    saidOthers: markedOthers(read.value),
    theirNames: namesSaid(read.value),
  };
}

/** Names that a statement says of its other side, as they were said: a number, an account and “him” are none. */
export function namesSaid({ them, perhaps = [] }: Pick<StatementDocument, "them" | "perhaps">): readonly string[] {
  return [them.label, ...(them.names ?? []), ...perhaps].filter((one) => spelledNames({ label: one, normals: new Set() }).length > 0);
}

function markedOthers({ marks = [] }: Pick<StatementDocument, "marks">): readonly string[] {
  return marks.flatMap(({ act, whose }) => (whose === "other" ? [act] : []));
}

function isUnattributed({ act: written }: SenderOfOther, stated: Stated | undefined): boolean {
  const { from, channel } = actOf(written);
  if (stated === undefined || stated.isSaidOther(from)) return false;
  return stated.isOfBoth(from) || !isSavedName(from, channel);
}

/** Whom her own address book names is known to her: a phone holds every message of every friend. WhatsApp puts a wave before a name that is in none. */
function isSavedName({ kind, wrote, name }: Identity, channel: string): boolean {
  return kind === "phone" ? name !== undefined : kind === "name" && channel === "whatsapp" && !wrote.startsWith("~");
}
