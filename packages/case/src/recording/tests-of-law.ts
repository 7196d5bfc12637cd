import type { Jurisdiction, LegalFact, RecordingRule } from "@unmask/core";
import type { BodyOf } from "../event.ts";
import type { Limb } from "../event/of-decisions.ts";
import type { Answer } from "../event/shapes.ts";
import { isStalking } from "./recording.ts";

/** What is known of the course of conduct before it is recorded. */
export interface KnownCourse {
  /** Different days on which something happened. */
  readonly days: number;
  readonly acts: number;
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
export function testsOfLaw(
  { days, acts, formerPartner }: KnownCourse,
  law: Jurisdiction,
  recording: readonly RecordingRule[],
): readonly [LawTest, LawTest] {
  const needed = law.courseOfConduct?.occasions;
  const rule = recording.find(({ id }) => id === "former-partner") ?? null;
  return [
    {
      asks: "Two occasions or more?",
      says:
        needed === undefined
          ? "No rule of this jurisdiction is known here."
          : `${acts} act${acts === 1 ? "" : "s"} on ${days} day${days === 1 ? "" : "s"}. ${acts >= needed ? "No longest gap counts against it." : "One more is needed; look in earlier reports and logs."}`,
      rule: law.courseOfConduct?.rule ?? null,
    },
    {
      asks: "Former partner?",
      says: rule === null ? "No rule of this jurisdiction is known here." : partnerSays[formerPartner ?? "not-asked"],
      rule,
    },
  ];
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
