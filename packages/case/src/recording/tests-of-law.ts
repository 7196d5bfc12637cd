import type { Jurisdiction, LegalFact, RecordingRule } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { BodyOf } from "../event.ts";
import type { Limb } from "../event/of-decisions.ts";
import type { Answer } from "../event/shapes.ts";
import { isStalking } from "./recording.ts";

/** What the files that were sent hold of the course of conduct before it is recorded. */
export interface KnownCourse {
  /** Different days on which something happened. */
  readonly days: number;
  readonly acts: number;
  /** Acts beside these that are dated after the pack that holds them came: none of them is counted. */
  readonly ahead: number;
  /** Whether they were partners; absent: not asked. */
  readonly formerPartner?: Answer;
}

/** One test of law, with how it comes out and the rule beside it. */
export interface LawTest {
  readonly asks: string;
  readonly says: string;
  readonly rule: LegalFact | null;
}

/** The two tests that come first. Neither decides: a person records. */
export function testsOfLaw(course: KnownCourse, law: Jurisdiction, recording: readonly RecordingRule[]): readonly [LawTest, LawTest] {
  const needed = law.courseOfConduct?.occasions;
  const rule = recording.find(({ id }) => id === "former-partner") ?? null;
  return [
    {
      asks: "Two occasions or more?",
      says: needed === undefined ? "No rule of this jurisdiction is known here." : occasionsSay(course, needed),
      rule: law.courseOfConduct?.rule ?? null,
    },
    {
      asks: "Former partner?",
      says: rule === null ? "No rule of this jurisdiction is known here." : partnerSays[course.formerPartner ?? "not-asked"],
      rule,
    },
  ];
}

/** What was told in words is in no count: that files hold nothing is never read as that nothing happened. Acts of one day may be one occasion. */
function occasionsSay({ days, acts, ahead }: KnownCourse, needed: number): string {
  const counted = `In the files that were sent: ${sayCount(acts, "act")} on ${sayCount(days, "day")}.`;
  const later =
    ahead === 0 ? "" : ` ${sayCount(ahead, "act")} more not counted: dated after the pack that holds ${ahead === 1 ? "it" : "them"} came.`;
  const rest =
    days >= needed
      ? " No longest gap counts against it."
      : " What was told in words is not counted here: read it, and look in earlier reports and logs for other occasions.";
  return `${counted}${later}${rest}`;
}

const partnerSays: Readonly<Record<Answer | "not-asked", string>> = {
  yes: "Yes: it is recorded as stalking, unless it is harassment in law only, and that is written with a reason.",
  no: "No: that rule does not decide it; the choice is yours, with a reason.",
  "not-known": "Not known: that rule does not decide it yet.",
  "not-asked": "Not asked.",
};

/** One row of what goes to the crime system. */
export interface RecordingRow {
  readonly as: "Principal" | "Included" | "Joined";
  readonly says: string;
  /** "8Q; code 8/65, row 87 of codes-2026.csv", "code not chosen". */
  readonly code: string;
}

/** What goes to the crime system, with what is open, and the sentence under it. */
export function recordingOf(offence: BodyOf<"offence-recorded">): {
  readonly rows: readonly RecordingRow[];
  readonly open: string;
  readonly inAddition: boolean;
} {
  const { principal, included, joined, limbs, formerPartner } = offence;
  const all = [principal, ...included];
  const codes = all.filter(({ code }) => code === undefined).length;
  const unknown = limbs ? [limbs.fear, limbs.alarm].filter((one: Limb) => one === "not-known").length : 0;
  const parts = [
    ...(codes === 0 ? [] : [`${codes} code${codes === 1 ? " is" : "s are"} not chosen`]),
    ...(unknown === 0 ? [] : [`${unknown} limb${unknown === 1 ? " is" : "s are"} not known`]),
    ...(formerPartner === undefined ? ["whether it was a former partner is not asked"] : []),
  ];
  return {
    rows: [
      ...all.map(({ says, class: ofClass, code }, i): RecordingRow => {
        const inTable =
          code === undefined
            ? "code not chosen"
            : `${code.code === undefined ? "no code" : `code ${code.code}`}, row ${code.row} of ${code.table}`;
        return { as: i === 0 ? "Principal" : "Included", says, code: ofClass === undefined ? inTable : `class ${ofClass}; ${inTable}` };
      }),
      ...joined.map((record): RecordingRow => ({ as: "Joined", says: record, code: "stays as recorded, and points here" })),
    ],
    open: parts.length === 0 ? "" : `${parts.join(", ")}: it can go so, marked open.`,
    inAddition: isStalking(offence) && all.length > 1,
  };
}
