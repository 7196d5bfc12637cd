import { type Instant, object } from "@unmask/core";
import { forceLawEntryFromJson, lawInForce, openQuestions, whyNotConfirmed } from "@unmask/law";
import { type DeskRoute, deskRoute, noBody, refuseAsChanged, refuseByState } from "../../access/desk-route.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { type KeptForceLaw, addForceLaw, readForceLaw } from "../../sql/case/force-law.ts";

/** What no source says, and what this force confirmed of it: read by whoever works by it, written by the administrator. */

/** Each question with what is done until somebody answers, and every row about it, the newest first. */
export const toConfirm: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/to-confirm",
  operation: "see-law",
  body: noBody,
  run: async ({ tx, parts, now }) => ({ body: { questions: questionsShown(await readForceLaw(tx, parts.force.id), now) }, shown: [] }),
});

const readConfirmation = object(({ must }) => ({ entry: must("entry", forceLawEntryFromJson) }));

/** Writes a confirmation: a new row, never a change of one. */
export const confirmed: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/to-confirm",
  operation: "change-settings",
  body: readConfirmation,
  run: async ({ tx, parts, officer, now, body: { entry } }) => {
    const can = whyNotConfirmed(entry, dayOnTheWall(now));
    if (!can.ok)
      refuseByState({ rule: "not-confirmed", says: `${can.error} Nothing was written.`, allows: "Correct the day, and write it again." });
    const number = await addForceLaw(tx, { force: parts.force.id, by: officer.id, now }, entry);
    if (number === undefined) refuseAsChanged("Somebody else wrote a confirmation at the same time.");
    // The question and the day stand in the log; who confirmed it, and in which words, in the row.
    return { body: { number }, shown: [], entry: { item: `${entry.about} from ${entry.from}` } };
  },
});

function questionsShown(rows: readonly KeptForceLaw[], now: Instant): readonly object[] {
  const { answers } = lawInForce(rows, dayOnTheWall(now));
  return openQuestions().map(({ id, jurisdiction, question, default: careful, answeredBy }) => {
    const about = `${jurisdiction}/${id}`;
    return {
      about,
      jurisdiction,
      question,
      careful,
      answeredBy,
      inForce: answers.get(about)?.number ?? null,
      rows: rows.filter((row) => row.about === about).toReversed(),
    };
  });
}
