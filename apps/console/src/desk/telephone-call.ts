import { type Instant, type ReadValue, object, text } from "@unmask/core";
import { type BodyOf, telephoneQuestions } from "@unmask/case";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** By which way somebody told it. */
export const callDoors = [
  { value: "999", says: "999" },
  { value: "101", says: "101" },
  { value: "desk", says: "Desk" },
  { value: "agency", says: "Another agency" },
] as const;
export type CallDoor = (typeof callDoors)[number]["value"];

/** A call that is being written down: in this page alone until it is saved. What nobody asked is not in `answers`. */
export interface TelephoneCall {
  readonly since: Instant;
  /** Random, of this form alone: what is sent twice is one call by it, and never by its words. Two silent calls are alike. */
  readonly form: string;
  /** "unsaid" until somebody chooses it: a call is never told as a 101 call that nobody said was one. */
  readonly door: CallDoor | "unsaid";
  /** Number of control's log. */
  readonly log: string;
  /** The number that it comes from, or the agency. */
  readonly from: string;
  readonly danger: "now" | "no" | "unsaid";
  readonly answers: Readonly<Record<string, CallAnswer>>;
  /** Words as they were said, each with the minute on the wall. */
  readonly told: readonly { readonly at: string; readonly says: string }[];
  readonly telling: string;
  readonly heard: string;
  /** How it is safe to ring back: none of it is made up where it was not asked. */
  readonly back: {
    readonly address: string;
    readonly hours: string;
    readonly codeWord: string;
    readonly voicemail: "yes" | "no" | "not-asked";
  };
}

/** An answer: words or a choice, or that it was asked and is not known. */
export interface CallAnswer {
  readonly state: "answered" | "not-known";
  readonly says: string;
}

/** A call of which nothing was asked yet. */
export function newCall(since: Instant, form: string): TelephoneCall {
  const back = { address: "", hours: "", codeWord: "", voicemail: "not-asked" } as const;
  return { since, form, door: "unsaid", log: "", from: "", danger: "unsaid", answers: {}, told: [], telling: "", heard: "", back };
}

/** The call with one more answer; empty words take the answer back, and it is not asked again. */
export function withAnswer(call: TelephoneCall, question: string, answer: CallAnswer): TelephoneCall {
  const others = Object.entries(call.answers).filter(([id]) => id !== question);
  const isBlank = answer.state === "answered" && answer.says.trim() === "";
  return { ...call, answers: Object.fromEntries(isBlank ? others : [...others, [question, answer]]) };
}

/** The call with what is being typed put among the words that were said, at a minute. */
export function withTold(call: TelephoneCall, at: string): TelephoneCall {
  const says = call.telling.trim();
  return says === "" ? call : { ...call, telling: "", told: [...call.told, { at, says }] };
}

/** Ids of the questions that nobody asked, in their order. */
export function notAsked({ answers }: TelephoneCall): readonly string[] {
  return telephoneQuestions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [] : [id]));
}

/** Whether a way must be chosen before this is saved: never where the line went dead, for that call is kept as it is. */
export function lacksDoor({ door }: TelephoneCall, { dropped }: { readonly dropped: boolean }): boolean {
  return door === "unsaid" && !dropped;
}

const reporters: Readonly<Record<string, Pick<Body["who"], "reporter" | "about">>> = {
  Myself: { reporter: "self", about: "not-known" },
  Another: { reporter: "another", about: "not-known" },
  "Saw it": { reporter: "witness", about: "not-known" },
  // For a child is not by a child: who rings was not said.
  "A child": { reporter: "unsaid", about: "child" },
};

type Body = BodyOf<"report-typed">;

/** What is saved (docs/formats/case-event.md): every question, also those that nobody asked, and no word that was not said. */
export function bodyOfCall(call: TelephoneCall, { dropped }: { readonly dropped: boolean }): Body {
  const saidBy = reporters[wordsOf(call, "for-whom")] ?? { reporter: "unsaid", about: "not-known" };
  const name = wordsOf(call, "name");
  const contact = contactOf(call);
  return {
    form: call.form,
    door: call.door,
    who: { ...saidBy, ...(name === "" ? {} : { name }) },
    danger: call.danger,
    questions: telephoneQuestions.map(({ id: question }) => {
      const answer = call.answers[question];
      if (answer === undefined) return { question, state: "not-asked" };
      return answer.says.trim() === "" ? { question, state: answer.state } : { question, state: answer.state, says: answer.says.trim() };
    }),
    told: call.told,
    ...(call.heard.trim() === "" ? {} : { heard: call.heard.trim() }),
    ...(call.log.trim() === "" ? {} : { log: call.log.trim() }),
    ...(call.from.trim() === "" ? {} : call.door === "agency" ? { agency: call.from.trim() } : { from: call.from.trim() }),
    ...(dropped ? { dropped } : {}),
    ...(contact === undefined ? {} : { contact }),
  };
}

function wordsOf({ answers }: TelephoneCall, question: string): string {
  const answer = answers[question];
  return answer?.state === "answered" ? answer.says.trim() : "";
}

function contactOf({ back }: TelephoneCall): Body["contact"] {
  const [address, hours, codeWord] = [back.address.trim(), back.hours.trim(), back.codeWord.trim()];
  if (address === "" && hours === "" && codeWord === "" && back.voicemail === "not-asked") return undefined;
  return {
    ...(address === "" ? {} : { channel: "call" as const, address }),
    ...(hours === "" ? {} : { hours }),
    ...(back.voicemail === "not-asked" ? {} : { voicemail: back.voicemail }),
    ...(codeWord === "" ? {} : { codeWord }),
  };
}

/** Numbers and addresses of what was said so far, each once: what a search can find exactly. */
export function termsOf(call: TelephoneCall): readonly string[] {
  const texts = [call.door === "agency" ? "" : call.from, wordsOf(call, "accounts"), wordsOf(call, "who"), call.back.address];
  const found = texts.flatMap((one) => one.match(/[^\s,;<>]+@[^\s,;<>]+\.\w+|\+?\d[\d ()-]{7,}\d/g) ?? []);
  return [...new Set(found.map((one) => one.trim()))];
}

/** What was saved. */
export interface SavedCall {
  readonly report: string;
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/reports`. */
export const savedCall: ReadValue<SavedCall> = object(({ must }) => ({ report: must("report", text), log: must("log", logEntry) }));
