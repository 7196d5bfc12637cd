import { type ReadValue, count, fault, object, oneOf, text } from "@unmask/core";
import { isSecondPerson } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import { uuidV7 } from "../../access-log/uuid-v7.ts";
import { answerQuestion, closeQuestion, entryAskedOf, listQuestions, putQuestion } from "../../sql/case/audit-questions.ts";

/** What the auditor asks an officer about one look, what the officer answers, and how it is closed. Each step is an entry of the log. */

/** UTF-16 units of a question or an answer: a longer one is a text pasted in. */
const mostWords = 2_000;

const words: ReadValue<string> = (value, path) => {
  const written = text(value, path).trim();
  return written === "" || written.length > mostWords ? fault(path, "is blank or too long") : written;
};
const readAsked = object(({ must }) => ({ entry: must("entry", count), words: must("words", words) }));
const readAnswer = object(({ must }) => ({ words: must("words", words) }));
const readClosed = object(({ must }) => ({ outcome: must("outcome", oneOf(["explained", "goes-further"])), words: must("words", words) }));

/** All of them, the newest first. */
export const questions: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/log/questions",
  operation: "read-log",
  body: noBody,
  run: async ({ tx, parts }) => ({ body: { questions: await listQuestions(tx, parts.force.id) }, shown: [] }),
});

/** Asks the officer of an entry why they looked. */
export const questionAsked: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/log/questions",
  operation: "ask-why",
  body: readAsked,
  run: async ({ tx, parts, officer, now, body }) => {
    const entry = await entryAskedOf(tx, parts.force.id, body.entry);
    if (entry === undefined) return { status: 404, body: {}, shown: [] };
    const access = isSecondPerson(officer.id, [entry.actor]);
    if (!access.allowed) refuse(access.refused);
    const id = uuidV7(now, parts.random);
    const row = { id, force: parts.force.id, number: entry.number, officer: entry.actor, asked_by: officer.id, asked_at: now };
    await putQuestion(tx, { ...row, words: body.words });
    return { body: { question: id }, shown: [], entry: { item: entry.actor } };
  },
});

/** Closes it: explained, or it goes further, to whom the force has for that. */
export const questionClosed: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/log/questions/:question/close",
  operation: "ask-why",
  body: readClosed,
  run: async ({ tx, parts, now, params, body }) => {
    const id = params["question"] ?? "";
    if (!(await closeQuestion(tx, { id, force: parts.force.id, at: now, ...body }))) return { status: 404, body: {}, shown: [] };
    return { body: {}, shown: [], entry: { item: id } };
  },
});

/** What this officer is asked. */
export const questionsToMe: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/questions",
  operation: "answer-why",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer } = call;
    // The log is the auditor's alone; of its own entries an officer reads here when it was, and at what.
    const toMe = await asMachine(tx, call, () => listQuestions(tx, parts.force.id, officer.id));
    return { body: { questions: toMe }, shown: [], entry: { op: "consult" } };
  },
});

/** Answers, once. */
export const questionAnswered: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/questions/:question",
  operation: "answer-why",
  body: readAnswer,
  run: async ({ tx, officer, now, params, body }) => {
    const id = params["question"] ?? "";
    if (!(await answerQuestion(tx, { id, officer: officer.id, at: now, words: body.words }))) return { status: 404, body: {}, shown: [] };
    return { body: {}, shown: [], entry: { item: id } };
  },
});
