import type { Instant } from "@unmask/core";
import { type OperationId, type Relation, type Role, mayDo } from "@unmask/case";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { listClosed } from "../sql/case/barred.ts";
import { findPair } from "../sql/case/link-pairs.ts";
import { joinedUpwards } from "../sql/case/projections.ts";
import { placeOfOrder } from "../sql/case/order-views.ts";
import { type CaseStanding, askFor, askForAbout, placeOf, standingTo, standingsTo } from "../sql/case/membership.ts";

/**
 * What a request is about: the desk itself, a report, a case or an order, by the numbers that people say, or a link, which is about both its sides. `ifMade`: one
 * that no court has made is not there, as at the counter.
 */
export type About =
  | { readonly report: string }
  | { readonly case: string }
  | { readonly order: string; readonly ifMade?: boolean }
  | { readonly link: string }
  | undefined;

/** How an officer stands to what they ask for, and in which case it lies. */
export interface Standing {
  readonly relation: Relation;
  readonly case: string | null;
  /** Of a report in the queue: a case that this officer is on and in which it is told, being read as one with a report of it (docs/access.md). */
  readonly toldIn?: string;
}

/**
 * Whether an officer of this role may do this as they stand to it. What is read as one with a report of their case is theirs as that report is, also
 * where their role does not see the queue: its danger, its words and its way stand on the page of the case, and are acted on from there.
 */
export function mayDoAs(
  role: Role,
  operation: OperationId,
  { relation, toldIn }: Pick<Standing, "relation" | "toldIn">,
): ReturnType<typeof mayDo> {
  const access = mayDo(role, operation, relation);
  return access.allowed || toldIn === undefined ? access : mayDo(role, operation, "member");
}

/**
 * Works out the relation (docs/access.md) inside the transaction of the look, as the machine; then the rest of the transaction asks for the
 * officer, and row-level security goes by that.
 */
export async function relationOf(
  tx: Transaction<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string; readonly now: Instant },
  about: About,
): Promise<Standing> {
  if (about === undefined) {
    await askFor(tx, officer, now);
    return { relation: "force", case: null };
  }
  await askFor(tx, "unmask", now);
  const standing = await standingWorkedOut(tx, { force, officer, now }, about);
  await askForAbout(tx, { officer, now, about: standing.case });
  return standing;
}

async function standingWorkedOut(
  tx: Transaction<CaseTables>,
  who: { readonly force: string; readonly officer: string; readonly now: Instant },
  about: Exclude<About, undefined>,
): Promise<Standing> {
  const { force, officer, now } = who;
  if ("link" in about) return standingToLink(tx, who, about.link);
  if ("order" in about) return standingToOrder(tx, who, about);
  const ref = "case" in about ? about.case : await placeOf(tx, force, about.report);
  if (ref === undefined) return { relation: "elsewhere", case: null };
  // Also one that stands in no case: it may be read as one with a report whose case is closed.
  if ("report" in about && (await listClosed(tx, { force, officer })).includes(about.report)) return { relation: "barred", case: ref };
  if (ref === null) return { relation: "queue", case: null, ...("report" in about && (await toldIn(tx, who, about.report))) };
  const { isThere, isBarred, isMember, isOpened } = await standingTo(tx, { force, ref, officer, now });
  if (!isThere) return { relation: "elsewhere", case: null };
  return { relation: relationIn({ isBarred, isMember, isOpened }), case: ref };
}

/** The case of this officer in which a report of the queue is told: that of the first report, going up, into which it was joined and that is in one. */
async function toldIn(
  tx: Transaction<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string; readonly now: Instant },
  report: string,
): Promise<Pick<Standing, "toldIn">> {
  for (const { case_ref: ref } of await joinedUpwards(tx, force, report)) {
    if (ref === null) continue;
    const standing = await standingTo(tx, { force, ref, officer, now });
    if (relationIn(standing) === "member") return { toldIn: ref };
  }
  return {};
}

function relationIn({ isBarred, isMember, isOpened }: Pick<CaseStanding, "isBarred" | "isMember" | "isOpened">): Relation {
  return isBarred ? "barred" : isMember ? "member" : isOpened ? "opened" : "other";
}

/**
 * The same for many reports at once, in as many statements as for one: a number that a hundred reports hold is looked for as fast as one. A
 * report that is not here is "elsewhere".
 */
export async function relationsOf(
  tx: Transaction<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string; readonly now: Instant },
  reports: readonly string[],
): Promise<(report: string) => Standing> {
  await askFor(tx, "unmask", now);
  const rows = await standingsTo(tx, { force, reports, officer, now });
  await askFor(tx, officer, now);
  const standings = new Map(
    rows.map(({ report, case: ref, ...known }): [string, Standing] => [
      report,
      ref === null && !known.isBarred ? { relation: "queue", case: null } : { relation: relationIn(known), case: ref },
    ]),
  );
  return (report) => standings.get(report) ?? { relation: "elsewhere", case: null };
}

/** An order is of the register of the force, and nearer to who is on its case; to whom that is closed the order is, too. */
async function standingToOrder(
  tx: Transaction<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string; readonly now: Instant },
  { order, ifMade = false }: { readonly order: string; readonly ifMade?: boolean },
): Promise<Standing> {
  const place = await placeOfOrder(tx, force, order);
  if (place === undefined || (ifMade && !place.isMade)) return { relation: "elsewhere", case: null };
  const { case: ref } = place;
  if (ref === null) return { relation: "register", case: null };
  const relation = relationIn(await standingTo(tx, { force, ref, officer, now }));
  return { relation: relation === "other" ? "register" : relation, case: ref };
}

/** The better of the two sides lets an officer in; a side that is barred to them closes both. */
async function standingToLink(
  tx: Transaction<CaseTables>,
  who: { readonly force: string; readonly officer: string; readonly now: Instant },
  link: string,
): Promise<Standing> {
  const pair = await findPair(tx, who.force, link);
  if (pair === undefined) return { relation: "elsewhere", case: null };
  const one = await standingWorkedOut(tx, who, { report: pair.one });
  const other = await standingWorkedOut(tx, who, { report: pair.other });
  const ways: readonly Relation[] = ["barred", "member", "queue", "opened", "other"];
  const best = ways.find((way) => one.relation === way || other.relation === way);
  return best === undefined ? { relation: "elsewhere", case: null } : one.relation === best ? one : other;
}
