import { type ReadValue, later, msPerHour, object, oneOf, text } from "@unmask/core";
import { isSecondPerson, mayDo, reasonFor } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuse, refuseByState } from "../../access/desk-route.ts";
import { toldOfOpening } from "../../desk/told-of-opening.ts";
import { uuidV7 } from "../../access-log/uuid-v7.ts";
import { sayClock } from "../../desk/clock-words.ts";
import { casesClosedTo, handsIn, isOpenAt } from "../../desk/openings-shown.ts";
import { officersHere } from "../../sql/case/officers.ts";
import { addOpening, closeOpening, findOpening, looksDuring, writeReview } from "../../sql/case/openings.ts";
import { ofOrder } from "./order-written.ts";

/** Opened anyway: when a life is at risk, for one hour, told to a supervisor at once, and reviewed by one who had no hand in it. */

const readOpening = object(({ may }) => ({ ...may("toldBy", text) }));
const readReview = object(({ must }) => ({
  verdict: must("verdict", oneOf(["right", "right-but", "not-right"])),
  words: must("words", words),
}));

/** Opens a case that the officer is not on. The reason says who is at risk; `toldBy` is the id of the officer who said to open, if one did. */
export const breakGlass: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/break-glass",
  operation: "break-glass",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readOpening,
  run: openAnyway,
});

/** The same by the number of an order, which is all that whoever was refused it has: the case from which it comes. */
export const breakGlassOfOrder: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/orders/:order/break-glass",
  operation: "break-glass",
  about: ofOrder,
  body: readOpening,
  run: openAnyway,
});

async function openAnyway(call: DeskCall<{ readonly toldBy?: string }>): Promise<DeskAnswer> {
  const { tx, parts, officer, now, reason, body, standing } = call;
  const given = reasonFor("break-glass", reason);
  if (!given.ok) return refuse({ rule: "reason", says: given.error, allows: [] });
  const ref = standing.case;
  // An order that stands in no case opens none; it is answered as a number that nobody has.
  if (ref === null) {
    const access = mayDo(officer.role, "break-glass", "elsewhere");
    if (!access.allowed) return refuse(access.refused);
    throw new Error("what is elsewhere is opened to nobody");
  }
  const id = uuidV7(now, parts.random);
  const until = later(now, msPerHour);
  const told_by = body.toldBy ?? null;
  // A name as somebody types it would let the one who said so review it.
  if (told_by !== null && (told_by === officer.id || !(await officersHere(tx, parts.force.id)).has(told_by)))
    refuseByState({
      rule: "no-officer",
      says: "Who said to open it is another officer of this desk, by their id. Nothing was opened.",
      allows: "choose the officer, or open it without",
    });
  const { words } = given.value;
  // Who is told is written with it: who is on the case later was told nothing.
  const told = await toldOfOpening(tx, call, { force: parts.force.id, ref });
  const opening = { id, force: parts.force.id, case_ref: ref, officer: officer.id, words, told_by, opened_at: now, until, told };
  // Until this is written the officer sees nothing of the case.
  await asMachine(tx, call, () => addOpening(tx, opening));
  return { body: { opening: id, case: ref, until, told }, shown: [], entry: { item: id } };
}

/** Ends the opening before its hour. */
export const closeGlass: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/close-glass",
  operation: "read-case",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async ({ tx, parts, officer, now, params }) => {
    await closeOpening(tx, { force: parts.force.id, ref: params["case"] ?? "", officer: officer.id, at: now });
    return { body: {}, shown: [] };
  },
});

/** One opening, with every look that was taken under it. */
export const review: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reviews/:opening",
  operation: "review-opening",
  body: noBody,
  run: async (call) => {
    const opening = await openingAsked(call);
    if (opening === undefined) return { status: 404, body: {}, shown: [] };
    // Of the log a reviewer sees the looks of this one officer at this one case within its hour.
    const looks = await asMachine(call.tx, call, () => looksDuring(call.tx, opening));
    return { body: { opening, looks }, shown: [], entry: { item: opening.id, case: opening.case_ref } };
  },
});

/** The review: by a supervisor who neither opened it nor told anybody to. */
export const reviewWritten: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reviews/:opening",
  operation: "review-opening",
  body: readReview,
  run: async (call) => {
    const { tx, officer, now, body } = call;
    const opening = await openingAsked(call);
    if (opening === undefined) return { status: 404, body: {}, shown: [] };
    const access = isSecondPerson(officer.id, handsIn(opening));
    if (!access.allowed) refuse(access.refused);
    // What is looked at until its end is the reviewer's to judge, too.
    if (isOpenAt(opening, now))
      refuseByState({
        rule: "still-open",
        says: `The case is open until ${sayClock(opening.until)}, and what is looked at until then is part of it. Nothing was written.`,
        allows: "look again when it has ended, or ask the officer who opened it to close it now",
      });
    const isWritten = await asMachine(tx, call, () => writeReview(tx, { id: opening.id, by: officer.id, at: now, ...body }));
    const entry = { op: "alter" as const, item: opening.id, case: opening.case_ref };
    if (!isWritten) return { status: 409, body: { changed: "Somebody else has reviewed this opening." }, shown: [], entry };
    return { body: {}, shown: [], entry };
  },
});

/** The opening, as if it were none where its case is closed to whoever asks. */
async function openingAsked<Body>(call: DeskCall<Body>) {
  const { tx, parts, params } = call;
  const opening = await asMachine(tx, call, () => findOpening(tx, parts.force.id, params["opening"] ?? ""));
  return opening !== undefined && (await casesClosedTo(call)).includes(opening.case_ref) ? undefined : opening;
}

function words(value: unknown, path: string): string {
  const read: ReadValue<string> = text;
  return read(value, path).slice(0, 2_000);
}
