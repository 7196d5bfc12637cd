import type { Instant } from "@unmask/core";
import { type OrderState, dutiesOfState, nameKey, stageOfOrder, standsOn } from "@unmask/case";
import type { OrderPaper } from "../sql/case/order-papers.ts";
import { civilDay } from "./civil-day.ts";
import { aboutAttendance } from "./kept-hash.ts";
import { orderLawsOf } from "./order-laws.ts";
import { atCourt, isOurs, keptBy, newestOrder } from "./order-shown.ts";

/**
 * What whoever stands at the counter of a station sees of an order: who it is, and what has to be told. No case, no condition and nobody who is protected; that
 * another name is known is said without saying which, so that nobody is prompted with it.
 */
export function counterShown(
  state: OrderState,
  { now, force, papers = [] }: { readonly now: Instant; readonly force: string; readonly papers?: readonly OrderPaper[] },
): object {
  const { order, subject, names, orders, attendances, jurisdiction } = state;
  const today = civilDay(now);
  const live = orders.filter((one) => stageOfOrder(one, today) === "lives");
  // What is told under an order that is over is written down all the same, and asked for as it was.
  const asked = live.length > 0 ? live : [newestOrder(state)].flatMap((one) => one ?? []);
  const ours = isOurs(state, force);
  const court = atCourt(state);
  const known = new Set(
    [...(subject.otherNames ?? []), ...names.filter(({ withdrawn }) => withdrawn === undefined).map(({ name }) => name)].map(nameKey),
  );
  known.delete(nameKey(subject.name));
  return {
    order,
    jurisdiction,
    name: subject.name,
    born: subject.born?.day ?? null,
    ...(court !== undefined && { atCourt: court }),
    otherNames: known.size,
    isLive: live.length > 0,
    orders: orders.map(({ which, made, period, court }) => ({ which, made, until: period.until, court })),
    keptBy: ours ? null : keptBy(state),
    // What another force keeps, it works out: what is written here of its service is not all there is.
    duties: (ours ? dutiesOfState(state, orderLawsOf(jurisdiction).register, now) : []).map(
      ({ rule, section, trigger, due, overdueFrom, stands }) => ({ rule, section, trigger, due, overdueFrom, stands }),
    ),
    asksOnline: asked.some((one) =>
      standsOn(one, state, today).conditions.some(({ kind }) => kind !== undefined && asksForOnlineNames.has(kind)),
    ),
    acknowledged: attendances.flatMap(({ number, day, acknowledged }) =>
      acknowledged.map(({ form, signed, given }) => ({ attendance: number, day, form, signed, given })),
    ),
    // Until a paper was given of what was told in person, it is owed.
    owed: attendances.flatMap(({ number, day, at, station, inPerson, withdrawn, acknowledged }) =>
      inPerson && withdrawn === undefined && !acknowledged.some(({ given }) => given)
        ? [{ attendance: number, day, at, station, paper: newestPaper(papers, number) }]
        : [],
    ),
  };
}

/** The newest paper that was made of an attendance; null before one was. A scan of it is none. */
function newestPaper(papers: readonly OrderPaper[], attendance: number): object | null {
  const made = papers.findLast(({ kind, about }) => kind === "acknowledgement" && about === aboutAttendance(attendance));
  return made === undefined ? null : attendancePaper(made);
}

/** The paper of an attendance as the counter is told of it. */
export function attendancePaper({
  nth,
  exhibit,
  sha256,
  template,
  size,
  pages,
  made,
}: Pick<OrderPaper, "nth" | "exhibit" | "sha256" | "template" | "size" | "pages" | "made">): object {
  return { paper: nth, exhibit, sha256, form: template ?? "as shipped", size, pages, made };
}

/** Conditions under which accounts are told, and so the names in them: the Act itself does not ask for them. */
const asksForOnlineNames: ReadonlySet<string> = new Set(["requirement/give-access"]);
