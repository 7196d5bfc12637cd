import type { Transaction } from "kysely";
import { sayRole } from "@unmask/case";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { type Asking, asMachine } from "../../access/as-machine.ts";
import type { CaseTables } from "../../sql/case/case-tables.ts";
import { openingsOf } from "../../sql/case/openings.ts";
import { countQuestionsTo } from "../../sql/case/audit-questions.ts";
import { listOfficers } from "../../sql/case/officers.ts";
import { lockSession } from "../../sql/case/sessions.ts";

/** Who is signed in, for which force, why, and until when. */
export const me: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/me",
  operation: "sign-in",
  body: noBody,
  run: async ({ tx, officer, session, parts, now }) => ({
    body: {
      officer: { id: officer.id, name: officer.name, role: officer.role, roleSays: sayRole(officer.role) },
      force: { name: parts.force.name },
      dutyReason: session.dutyReason,
      asked: await countQuestionsTo(tx, parts.force.id, officer.id),
      session: { endsAt: session.endsAt, locksAt: session.locksAt },
      // A page that is loaded anew still says what is open without need to know.
      openings: await openNow(tx, { officer, now }, parts.force.id),
      // Who can have told this officer to open a case, and then reviews that opening not.
      supervisors: (await listOfficers(tx, parts.force.id)).flatMap(({ id, name, role, left_at }) =>
        role === "supervisor" && left_at === null && id !== officer.id ? [{ id, name }] : [],
      ),
    },
    shown: [],
  }),
});

async function openNow(tx: Transaction<CaseTables>, asking: Asking, force: string): Promise<readonly object[]> {
  const open = await asMachine(tx, asking, () => openingsOf(tx, { force, officer: asking.officer.id, now: asking.now }));
  return open.map(({ case_ref: ref, opened_at, until, words, told }) => ({ case: ref, since: opened_at, until, words, told }));
}

/** Locks the desk: this session opens nothing any more, and its officer signs in again. */
export const lock: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/lock",
  operation: "sign-in",
  body: noBody,
  isSilent: true,
  run: async ({ tx, session, now }) => {
    await lockSession(tx, session.hash, now);
    return { body: {}, shown: [], cookie: "" };
  },
});
