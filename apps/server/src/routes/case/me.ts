import { roleInWords } from "@unmask/case";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { countQuestionsTo } from "../../sql/case/audit-questions.ts";
import { lockSession } from "../../sql/case/sessions.ts";

/** Who is signed in, for which force, why, and until when. */
export const me: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/me",
  operation: "sign-in",
  body: noBody,
  run: async ({ tx, officer, session, parts }) => ({
    body: {
      officer: { id: officer.id, name: officer.name, role: officer.role, roleSays: roleInWords[officer.role].replace(/^an? /, "") },
      force: { name: parts.force.name },
      dutyReason: session.dutyReason,
      asked: await countQuestionsTo(tx, parts.force.id, officer.id),
      session: { endsAt: session.endsAt, locksAt: session.locksAt },
    },
    shown: [],
  }),
});

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
