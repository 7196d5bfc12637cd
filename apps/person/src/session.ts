import type { DateOrder } from "@unmask/core";
import type { Engine } from "./engine/client.ts";
import type { Answers, ImportSummary, Concern, HandedFile, TimelineView, Made, ShownFinding } from "./engine/protocol.ts";
import { type DayDraft, dayOfDraft, emptyDay } from "./day-draft.ts";
import type { Navigation } from "./navigation.ts";

/** What this session holds: in the page's memory alone, gone when the page is closed. */
export interface Session {
  readonly files: readonly HandedFile[];
  readonly zone: string;
  readonly dateOrder?: DateOrder | undefined;
  readonly importSummary?: ImportSummary | undefined;
  readonly sideByNormal: ReadonlyMap<string, Side>;
  readonly toldToStop: DayDraft;
  readonly blocked: readonly DayDraft[];
  readonly anniversaries: readonly { readonly day: DayDraft; readonly label: string }[];
  readonly gaps: readonly GapDraft[];
  /** One place a line. */
  readonly places: string;
  readonly view?: TimelineView | undefined;
  readonly findings?: readonly ShownFinding[] | undefined;
  readonly herName: string;
  readonly impact: string;
  /** One key a line. */
  readonly recipients: string;
  /** Names of files that she holds back. */
  readonly withheld: ReadonlySet<string>;
  readonly pdfOnly: boolean;
  readonly made?: Made | undefined;
  /** Why the last thing she asked for was not done. */
  readonly hindrance?: string | undefined;
}

/** A time without a record, as she types it. */
export interface GapDraft {
  readonly from: DayDraft;
  readonly until: DayDraft;
  readonly concerns: Concern;
  readonly says: string;
}

/** Whose an identity is; one without a side is somebody else's. */
export type Side = "me" | "them";

/** Whether one of its two days is missing, or they stand the wrong way round: it would be left out without a word. */
export function isWrongGap({ from, until }: GapDraft): boolean {
  const [first, last] = [dayOfDraft(from), dayOfDraft(until)];
  return first === undefined || last === undefined ? first !== last : last < first;
}

export const emptyGap: GapDraft = { from: emptyDay, until: emptyDay, concerns: "texts and calls", says: "" };

/** The beginning. */
export const emptySession: Session = {
  files: [],
  zone: "Europe/London",
  sideByNormal: new Map(),
  toldToStop: emptyDay,
  blocked: [emptyDay],
  anniversaries: [{ day: emptyDay, label: "" }],
  gaps: [emptyGap],
  places: "",
  herName: "",
  impact: "",
  recipients: "",
  withheld: new Set(),
  pdfOnly: false,
};

/** What every screen is given. */
export interface Walk {
  readonly session: Session;
  change(change: Partial<Session>): void;
  readonly navigation: Navigation;
  readonly engine: Engine;
}

/** What follows from files or answers that changed is worked out again. */
export const withoutImport = { importSummary: undefined, view: undefined, findings: undefined, made: undefined };
export const withoutView = { view: undefined, findings: undefined, made: undefined };

/** Her answers as the worker wants them. */
export function answersOf({ importSummary, sideByNormal, toldToStop, blocked, anniversaries, gaps, places }: Session): Answers {
  const people = importSummary?.people ?? [];
  const of = (side: Side): readonly string[] =>
    people.filter(({ normal }) => sideByNormal.get(normal) === side).map(({ normal }) => normal);
  const them = people.filter(({ normal }) => sideByNormal.get(normal) === "them");
  return {
    me: of("me"),
    them: of("them"),
    theirName: (them.find(({ kind }) => kind === "name") ?? them[0])?.shown ?? "them",
    toldToStop: dayOfDraft(toldToStop) ?? "",
    blocked: blocked.flatMap((draft) => dayOfDraft(draft) ?? []),
    anniversaries: anniversaries.flatMap(({ day: draft, label }) => {
      const day = dayOfDraft(draft);
      return day === undefined ? [] : [{ day, label: label.trim() || "a day that means something" }];
    }),
    gaps: gaps.flatMap((draft) => {
      const [from, until] = [dayOfDraft(draft.from), dayOfDraft(draft.until)];
      return from === undefined || until === undefined
        ? []
        : [{ from, until, concerns: draft.concerns, says: draft.says.trim() || "as she says" }];
    }),
    places: linesOf(places),
  };
}

/** Her name as the files have it, where she chose one. */
export function nameOfHers({ importSummary, sideByNormal }: Session): string {
  const mine = (importSummary?.people ?? []).filter(({ normal }) => sideByNormal.get(normal) === "me");
  return mine.find(({ kind }) => kind === "name")?.shown ?? "";
}

/** What was written, one thing a line. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
