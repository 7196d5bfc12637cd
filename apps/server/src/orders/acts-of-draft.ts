import { type Identity, type StatementDocument, createSaidOther, isOf, parseStatement } from "@unmask/core";
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

/** The acts of these reports that a draft lists. A sender of whom nobody said anything is nobody's, and no third person for that. */
export async function actsOfDraft(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<{ readonly acts: readonly DraftAct[]; readonly count: DraftCount }> {
  const packs = (await itemsOf(tx, force, reports)).filter(({ kind }) => kind === "pack");
  const stated = new Map(packs.map(({ id, statement }) => [id, statedBy(statement)]));
  const senders = await sendersOfOthers(tx, force, reports);
  const open = senders.filter((one) => isUnattributed(one, stated.get(one.item))).map(({ key }) => key);
  const saidOthers = [...new Set([...stated.values()].flatMap((one) => one?.saidOthers ?? []))];
  const which = { force, reports, open, saidOthers };
  return { acts: await actsForDraft(tx, { ...which, limit: mostActs }), count: await countForDraft(tx, which) };
}

/** What a pack states of third people. */
interface Stated {
  readonly isSaidOther: (identity: Identity) => boolean;
  /** By a name of hers or of theirs: as somebody's of the two it is not known whose. */
  readonly isOfBoth: (identity: Identity) => boolean;
  readonly saidOthers: readonly string[];
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
  };
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
