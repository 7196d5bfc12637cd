import { type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type Fact, type KnownLine, fact, knownLine } from "./preview.ts";
import { type ReportDecision, reportDecision } from "./report-done.ts";
import { type ReportAct, reportAct } from "./report.ts";

/** What an assessor can answer. "Not known" is an answer; nothing in a report is not a No. */
export const answersToPrompt = ["yes", "no", "not-known"] as const;
export type AnswerToPrompt = (typeof answersToPrompt)[number];

/** A report being assessed: what was sent, the questions, and what can be decided. They are never mixed. */
export interface Assessment {
  readonly report: string;
  readonly name: string;
  readonly state: string;
  /** Number of the last event that this was read from: whoever saved since is not written over. */
  readonly saw: number;
  /** What was said of danger, and how it is safe to reach them. */
  readonly reach: readonly Fact[];
  /** What says that somebody is in danger now, as on the report. */
  readonly danger: readonly KnownLine[];
  /** All that was told, in its own words. */
  readonly account: string;
  /** "Northshire, 2026-11-27": whose rule proposes, and since when. */
  readonly rule: string;
  readonly proposal: { readonly choice: string; readonly says: string };
  readonly prompts: readonly Prompt[];
  readonly choices: readonly { readonly id: string; readonly says: string }[];
  /** What was decided already, the newest first. */
  readonly decisions: readonly ReportDecision[];
  readonly acts: readonly ReportAct[];
  readonly actsInAll: number;
  readonly log: LogEntry;
}

/** One question, its answer where there is one, and what the answer rests on. */
export interface Prompt {
  readonly id: string;
  readonly asks: string;
  readonly answer?: AnswerToPrompt;
  readonly ground?: KnownLine;
  /** What the report holds about it, worked out or told; it answers nothing. */
  readonly held: readonly KnownLine[];
  /** It was answered before what came last. */
  readonly isOld?: boolean;
}

/** The prompts of a case, and whether they must be asked again. */
export interface CaseRisk {
  readonly rule: string;
  readonly askAgain: boolean;
  readonly prompts: readonly Prompt[];
}

const prompt: ReadValue<Prompt> = object(({ must, may }) => ({
  id: must("id", text),
  asks: must("asks", text),
  ...may("answer", oneOf(answersToPrompt)),
  ...may("ground", knownLine),
  held: must("held", list(knownLine)),
  ...may("isOld", flag),
}));

/** Reads the prompts of a case. */
export const caseRisk: ReadValue<CaseRisk> = object(({ must }) => ({
  rule: must("rule", text),
  askAgain: must("askAgain", flag),
  prompts: must("prompts", list(prompt)),
}));

/** What comes back when prompts were answered: nothing of the report. */
export type Saved = Pick<Assessment, "saw" | "proposal" | "log">;

const proposal: ReadValue<Assessment["proposal"]> = object(({ must }) => ({ choice: must("choice", text), says: must("says", text) }));

/** Reads it. */
export const saved: ReadValue<Saved> = object(({ must }) => ({
  saw: must("saw", count),
  proposal: must("proposal", proposal),
  log: must("log", logEntry),
}));

/** What is shown after a prompt was answered: its new answer, on nothing that an older one rested on, and what came back. */
export function withAnswer(shown: Assessment, prompt: string, answer: AnswerToPrompt, came: Saved): Assessment {
  const prompts = shown.prompts.map((one) => {
    const { id, asks, held } = one;
    return id === prompt ? { id, asks, held, answer } : one;
  });
  return { ...shown, ...came, prompts };
}

/** Reads the answer of `GET /desk/reports/:reference/assess`. */
export const assessment: ReadValue<Assessment> = object(({ must }) => ({
  report: must("report", text),
  name: must("name", text),
  state: must("state", text),
  saw: must("saw", count),
  reach: must("reach", list(fact)),
  danger: must("danger", list(knownLine)),
  account: must("account", text),
  rule: must("rule", text),
  proposal: must("proposal", proposal),
  prompts: must("prompts", list(prompt)),
  choices: must("choices", list(object((one) => ({ id: one.must("id", text), says: one.must("says", text) })))),
  decisions: must("decisions", list(reportDecision)),
  acts: must("acts", list(reportAct)),
  actsInAll: must("actsInAll", count),
  log: must("log", logEntry),
}));
