import { object, text } from "@unmask/core";
import { isSecondPerson } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import { queueRuleOf } from "../../desk/desk-rules.ts";
import { giveBackClosed } from "../../desk/give-back.ts";
import { projectRowsOfCase } from "../../desk/project.ts";
import { barOfficer, barredFrom, liftBar } from "../../sql/case/barred.ts";
import { findOfficer } from "../../sql/case/officers.ts";

/** A case that is closed to an officer who is in it, or whose household is: they see of it what anybody sees who is not on it, and open it by no way. */

/** `words` is why it is closed, for whoever asks later; the officer reads neither. */
const readBar = object(({ must }) => ({ officer: must("officer", text), words: must("words", text) }));
const readLift = object(({ must }) => ({ officer: must("officer", text) }));

const ofCase = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ case: params["case"] ?? "" });

/** To whom it is closed. */
export const barred: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/barred",
  operation: "bar-officer",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts, params } = call;
    return { body: { barred: await asMachine(tx, call, () => barredFrom(tx, parts.force.id, params["case"] ?? "")) }, shown: [] };
  },
});

/** Closes it to an officer, who comes off it at once. */
export const officerBarred: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/barred",
  operation: "bar-officer",
  about: ofCase,
  body: readBar,
  run: async (call) => {
    const { tx, parts, officer, now, params, body } = call;
    const other = await findOfficer(tx, parts.force.id, body.officer);
    if (other === undefined || body.words.trim() === "") return { status: 404, body: {}, shown: [] };
    const of = { force: parts.force.id, case_ref: params["case"] ?? "", officer: other.id };
    const why = { by: officer.id, at: now, words: body.words.trim().slice(0, 1_000) };
    // A supervisor closes a case without being on it.
    await asMachine(tx, call, async () => {
      await barOfficer(tx, of, why);
      await giveBackClosed(tx, { force: parts.force, now }, { reports: [], cases: [of.case_ref] });
      await projectRowsOfCase(tx, { force: of.force, rule: await queueRuleOf(tx, parts.force) }, of.case_ref);
    });
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

/** Opens it to them again. Nobody lifts what closes a case to themselves: they do not reach this route. */
export const barLifted: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/barred/lift",
  operation: "bar-officer",
  about: ofCase,
  body: readLift,
  run: async (call) => {
    const { tx, parts, officer, params, body } = call;
    const access = isSecondPerson(officer.id, [body.officer]);
    if (!access.allowed) refuse(access.refused);
    const of = { force: parts.force.id, case_ref: params["case"] ?? "", officer: body.officer };
    if (!(await asMachine(tx, call, () => liftBar(tx, of)))) return { status: 404, body: {}, shown: [] };
    return { body: {}, shown: [], entry: { item: body.officer } };
  },
});
