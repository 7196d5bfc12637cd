import type { Paper, PaperBlock, Zone } from "@unmask/core";
import { sayCount, sayList, sayMoment } from "@unmask/words";
import { createPen } from "../bundle/pen.ts";
import { col, heading, sayCivil, text } from "../bundle/writing.ts";
import type { AnsweredItem, RightsAnswer } from "./answer.ts";
import type { ToldLook } from "./looks.ts";

type Pen = ReturnType<typeof createPen>;

/** The answer as a paper that the person reads: the same as its JSON, and the hash of that. */
export function answerPaper(answer: RightsAnswer, { sha256, zone }: { readonly sha256: string; readonly zone: Zone }): Paper {
  const pen = createPen([]);
  const { items, notListed, open, looks, force, request, received, asked, madeAt, to } = answer;
  const made = sayMoment(madeAt, zone);
  return {
    title: `What is held about you, ${request}`,
    made: madeAt,
    head: { left: pen.name(force), right: `Answer to ${request}, ${made}` },
    foot: { left: `For ${pen.name(to)}`, middle: request },
    front: ["What is held about you", `${pen.name(force)}, answer to your request of ${sayCivil(received, { pen })}`],
    blocks: [
      {
        block: "facts",
        rows: [
          { name: "You asked for", words: pen.prose(asked) },
          { name: "Answered", words: made },
          { name: "Data file", words: [{ says: sha256, look: "code" }] },
        ],
      },
      text("Data Protection Act 2018, Part 3.", "small"),
      heading(2, items.length === 0 ? "Nothing is given" : sayCount(items.length, "thing")),
      ...items.flatMap((one) => itemBlocks(one, pen)),
      text(`Held too, and in no part of this list: ${sayList(notListed)}.`, "small"),
      ...(open === 0
        ? []
        : [
            heading(2, "Not decided yet"),
            text(
              `${sayCount(open, "part")} of what is held ${open === 1 ? "is" : "are"} not decided yet, and ${open === 1 ? "is" : "are"} answered apart.`,
            ),
          ]),
      heading(2, "Who looked"),
      ...(looks === null ? [text("Who looked is not told in this answer.")] : looksBlocks(looks, pen)),
    ],
  };
}

const decisionWords = {
  given: "whole",
  copy: "a copy: what is about other people was taken out",
  file: "a file, which goes by itself",
  withheld: "withheld",
} as const;

function itemBlocks({ item, kind, since, decision, lines, taken, ground }: AnsweredItem, pen: Pen): readonly PaperBlock[] {
  const out = (taken ?? []).map(({ line, what, length }) => `line ${line}: ${pen.name(what)}, ${sayCount(length, "sign")}`);
  return [
    heading(3, `${item} ${pen.name(kind)}, ${sayCivil(since, { pen })}: ${decisionWords[decision]}`),
    ...(lines ?? []).map((line) => text(pen.prose(line))),
    ...(out.length === 0 ? [] : [text(`Taken out: ${out.join("; ")}.`, "small")]),
    ...(ground === undefined ? [] : [text(`Why: ${pen.prose(ground)}`)]),
  ];
}

function looksBlocks(looks: readonly ToldLook[], pen: Pen): readonly PaperBlock[] {
  if (looks.length === 0) return [text("The log has no look at you.")];
  const isNamed = looks.some(({ name }) => name !== undefined);
  return [
    {
      block: "table",
      columns: [col("Day", 34), col("What was done", 30), col(isNamed ? "Who" : "In which role", 44), col("For which purpose")],
      rows: looks.map(({ day, did, role, purpose, times, name }) => ({
        cells: [
          sayCivil(day, { pen }),
          times === 1 ? did : `${did}, ${sayCount(times, "time")}`,
          name === undefined ? role : `${pen.name(name)}, ${role}`,
          purpose,
        ],
      })),
    },
  ];
}
