import type { PaperBlock, PaperWords } from "@unmask/core";
import type { BundleCriterion } from "./bundle-source.ts";
import { type Writing, col, heading, partHeading, sayCivil, sayExhibits, sayKnown, stopped, text } from "./writing.ts";
import { together } from "./say-words.ts";

/** Widths of the first column, in mm. */
const leadWidths = { a: 23, b: 38, c: 52 } as const;
const letters = ["a", "b", "c"] as const;

/** Part 2: each criterion with what carries it and, as large, what speaks against it; then who wrote it and who may authorise it. */
export function criteriaPart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source } = writing;
  return [
    partHeading(2, plain("criteria-title"), say("criteria-under")),
    ...letters.flatMap((letter) => {
      const written = source.criteria.find(({ criterion }) => criterion === letter);
      return [
        heading(2, plain(`criterion-${letter}`)),
        text(
          say(`criterion-${letter}-under`, letter === "a" ? { examples: source.law.examples ?? plain("examples-unknown") } : {}),
          "small",
        ),
        ...(written === undefined ? [text(say("criterion-none")), text(say("against-none"))] : criterionBlocks(written, writing)),
      ];
    }),
    text(standing(writing), "small"),
  ];
}

function criterionBlocks({ criterion, carries, against, says }: BundleCriterion, writing: Writing): readonly PaperBlock[] {
  const { say, pen } = writing;
  return [
    carries.length === 0 ? text(say("criterion-none")) : carriesTable({ criterion, carries }, writing),
    ...(says === undefined ? [] : [text(pen.prose(says))]),
    text(against.trim() === "" ? say("against-none") : say("against", { says: pen.prose(against) })),
  ];
}

/** A column in which no row has anything is left out. */
function carriesTable({ criterion, carries }: Pick<BundleCriterion, "criterion" | "carries">, writing: Writing): PaperBlock {
  const { plain, pen } = writing;
  const has = (key: "lead" | "day" | "sure"): boolean => carries.some((one) => one[key] !== undefined);
  const only = <T>(is: boolean, one: T): readonly T[] => (is ? [one] : []);
  return {
    block: "table",
    ...(carries.some(({ exhibit }) => exhibit !== undefined) && { margin: plain("head-exhibit") }),
    columns: [
      ...only(has("lead"), col(plain(`criterion-${criterion}-lead`), leadWidths[criterion])),
      ...only(has("day"), col(plain("head-when"), 28)),
      col(plain(`criterion-${criterion}-says`)),
      col(plain("head-known"), 22),
      ...only(has("sure"), col(plain("criterion-who"), 34)),
    ],
    rows: carries.map(({ lead, says, knowing, day, exhibit, sure }) => ({
      ...(exhibit !== undefined && { margin: sayExhibits(exhibit.split(/,\s*/).map(pen.name)) }),
      cells: [
        ...only(has("lead"), lead === undefined ? "" : pen.prose(lead)),
        ...only(has("day"), day === undefined ? "" : sayCivil(day, writing)),
        pen.prose(says),
        sayKnown(knowing, writing),
        ...only(has("sure"), sure === undefined ? "" : pen.prose(sure)),
      ],
    })),
  };
}

function standing(writing: Writing): PaperWords {
  const { say, source, pen } = writing;
  const { returned, authorised } = source;
  const who = { writer: pen.name(source.writer.name), applicant: pen.name(source.applicant) };
  return together([
    authorised === undefined
      ? say("authorised-not", who)
      : say("authorised-by", {
          ...who,
          by: pen.name(authorised.by),
          day: sayCivil(authorised.day, writing),
          delegation: stopped(pen.prose(authorised.delegation)),
        }),
    ...(returned === undefined
      ? []
      : [
          say("returned", { version: returned.version, day: sayCivil(returned.day, writing), reason: stopped(pen.prose(returned.reason)) }),
          returned.changed === undefined ? "" : say("returned-changed", { changed: stopped(pen.prose(returned.changed)) }),
        ]),
  ]);
}
