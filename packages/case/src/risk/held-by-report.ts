import type { Knowing } from "../event/shapes.ts";
import type { ReportState } from "../fold/report-state.ts";
import { telephoneQuestions } from "../telephone/questions.ts";

/** What a report holds that a prompt asks about: a sentence, and how it is known. It answers nothing; only a person does. */
export interface Held {
  readonly says: string;
  readonly knowing: Knowing;
  /** "On the telephone". */
  readonly from: string;
}

/** Findings beside one prompt: the others stand on the report. */
const mostFindings = 4;

/** Which question of the telephone asks about the same as a prompt. */
const questionsOf: Readonly<Record<string, readonly string[]>> = {
  "afraid-of-violence": ["afraid"],
  "came-near": ["where-now"],
  graver: ["changed"],
  "hurt-or-weapon": ["weapon"],
  "order-or-bail": ["order"],
  alone: ["alone"],
};

/** How the answer of a cover to “are you in danger?” begins in the words of an event. */
export const coverDangers = {
  yes: "In danger now",
  afraid: "Not in danger this minute, but afraid",
  no: "Not in danger",
  "not known": "Asked whether there is danger: not known",
} as const;

/** What an answer of the cover (docs/formats/cover.md) is called in `said`, where a prompt asks about the same. */
export const coverLabels = {
  feared: "Feared violence",
  orders: "Orders and bail",
  changed: "Changed",
  helps: "Who helps",
} as const;

/** Which answers of the cover stand beside a prompt. */
const coverOf: Readonly<Record<string, readonly string[]>> = {
  "afraid-of-violence": [coverLabels.feared],
  graver: [coverLabels.changed],
  "order-or-bail": [coverLabels.orders],
  alone: [coverLabels.helps],
};

/** Which patterns find what a prompt asks about. */
const patternsOf: Readonly<Record<string, readonly string[]>> = {
  "came-near": ["near-her", "whereabouts"],
  threat: ["threats"],
  graver: ["escalation", "change-of-rate"],
  "others-drawn-in": ["people-around-her"],
};

/** What the report holds for one prompt: what was told on the telephone and on a cover, acts against an order, findings of its packs. */
export function heldFor(prompt: string, report: Pick<ReportState, "questions" | "covers" | "packs" | "breaches">): readonly Held[] {
  return [
    ...toldFor(prompt, report),
    ...saidFor(prompt, report),
    ...(prompt === "order-or-bail" ? breachesOf(report) : []),
    ...foundFor(prompt, report),
  ];
}

function toldFor(prompt: string, { questions }: Pick<ReportState, "questions">): readonly Held[] {
  return (questionsOf[prompt] ?? []).flatMap((id) => {
    const asks = telephoneQuestions.find((one) => one.id === id)?.asks ?? id;
    return questions.flatMap(({ question, state, says }) =>
      question === id && state !== "not-asked"
        ? [{ says: `“${asks}” ${says ?? "Not known."}`, knowing: "account" as const, from: "on the telephone" }]
        : [],
    );
  });
}

/** In the person’s own words, each once, though letter and pack both hold it. */
function saidFor(prompt: string, { covers }: Pick<ReportState, "covers">): readonly Held[] {
  const danger = prompt === "afraid-of-violence" ? covers.flatMap((cover) => cover.danger ?? []) : [];
  const labels = coverOf[prompt] ?? [];
  const said = covers
    .flatMap((cover) => cover.said ?? [])
    .filter(({ label }) => labels.includes(label))
    .map(({ label, says }) => `${label}: ${says}`);
  return [...new Set([...danger, ...said])].map((says) => ({ says, knowing: "account", from: "asked for the first page" }));
}

function breachesOf({ breaches }: Pick<ReportState, "breaches">): readonly Held[] {
  return breaches.map(({ says, knowing, order }) => ({ says, knowing, from: order }));
}

function foundFor(prompt: string, { packs }: Pick<ReportState, "packs">): readonly Held[] {
  const ids = patternsOf[prompt] ?? [];
  const found = packs
    .flatMap(({ findings = [] }) => findings)
    .filter(({ id }) => ids.includes(id))
    .map(({ says }) => ({ says, knowing: "worked-out" as const, from: "from what was sent" }));
  const more = found.length - mostFindings;
  return more > 0
    ? [
        ...found.slice(0, mostFindings),
        { says: `${more} more like these stand on the report.`, knowing: "worked-out", from: "from what was sent" },
      ]
    : found;
}
