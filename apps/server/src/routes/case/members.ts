import { object, text } from "@unmask/core";
import { isSecondPerson, sayRole } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody, refuse, refuseByState } from "../../access/desk-route.ts";
import { canBeOnCase, whyNeverOnCase } from "../../access/never-on-a-case.ts";
import { queueRuleOf } from "../../desk/desk-rules.ts";
import { giveBackOffCase } from "../../desk/give-back.ts";
import { projectRowsOfCase } from "../../desk/project.ts";
import { isBarred } from "../../sql/case/barred.ts";
import { addMember, membersOf, removeMember } from "../../sql/case/membership.ts";
import { closeOpening } from "../../sql/case/openings.ts";
import { findOfficer, listOfficers } from "../../sql/case/officers.ts";

/** Who is on a case. A supervisor who is not on it can put others there, and nobody can put themselves there. */

const readMember = object(({ must }) => ({ officer: must("officer", text) }));

/** Who is on it, and who works here and could be: those whose role reads a case that they are on, or marks what is held in it. */
export const members: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/members",
  operation: "change-members",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const { tx, parts, params } = call;
    // A supervisor says who is on a case without being on it.
    const on = await asMachine(tx, call, () => membersOf(tx, parts.force.id, params["case"] ?? ""));
    const here = (await listOfficers(tx, parts.force.id))
      .filter(({ role, left_at }) => left_at === null && canBeOnCase(role))
      .map(({ id, name, role }) => ({ id, name, role: sayRole(role) }));
    return { body: { members: on, here }, shown: [] };
  },
});

/** Puts an officer on it. */
export const memberAdded: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/members",
  operation: "change-members",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readMember,
  run: async (call) => {
    const { tx, parts, officer, now, params, body } = call;
    const access = isSecondPerson(officer.id, [body.officer]);
    if (!access.allowed) refuse(access.refused);
    const other = await findOfficer(tx, parts.force.id, body.officer);
    if (other === undefined || other.left_at !== null) return { status: 404, body: {}, shown: [] };
    const never = whyNeverOnCase(other);
    if (never !== undefined) refuseByState(never);
    const case_ref = params["case"] ?? "";
    const member = { force: parts.force.id, case_ref, officer: other.id, added_at: now, added_by: officer.id };
    const isPutOn = await asMachine(tx, call, async () => {
      if (await isBarred(tx, member)) return false;
      await addMember(tx, member);
      // From here on the officer looks as a member: an opening without need to know is over, and its review is of what was looked at until now.
      await closeOpening(tx, { force: parts.force.id, ref: case_ref, officer: other.id, at: now });
      await projectRowsOfCase(tx, { force: parts.force.id, rule: await queueRuleOf(tx, parts.force) }, case_ref);
      return true;
    });
    if (!isPutOn)
      return refuseByState({ rule: "barred", says: "This case is closed to that officer.", allows: "Put another officer on it." });
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

/** Takes an officer off it. */
export const memberRemoved: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/members/remove",
  operation: "change-members",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readMember,
  run: async (call) => {
    const { tx, parts, now, params, body } = call;
    const ref = params["case"] ?? "";
    await asMachine(tx, call, async () => {
      await giveBackOffCase(tx, { force: parts.force, now }, { ref, officer: body.officer });
      await removeMember(tx, { force: parts.force.id, ref, officer: body.officer });
      await projectRowsOfCase(tx, { force: parts.force.id, rule: await queueRuleOf(tx, parts.force) }, ref);
    });
    return { body: {}, shown: [], entry: { item: body.officer } };
  },
});
