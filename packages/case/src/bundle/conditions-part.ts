import type { PaperBlock, PaperRun, PaperWords } from "@unmask/core";
import { sayCount, sayList, sayNumber, sayShortWeekday } from "@unmask/words";
import type { BundleCondition, BundlePrompt } from "./bundle-source.ts";
import { sayLasts, sayPeriod } from "./period-words.ts";
import { saidNamesakes } from "./said-namesakes.ts";
import { together } from "./say-words.ts";
import { type Writing, col, heading, partHeading, sayCivil, sayExhibits, sayKnown, sayNumbers, stopped, text } from "./writing.ts";

/** Part 3: each condition with its words, necessity, evidence and period; the period of the order; the three prompts; the other live orders. */
export function conditionsPart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const isSomewhere = source.conditions.some(({ locality }) => locality !== undefined);
  return [
    partHeading(3, plain("conditions-title"), say(isSomewhere ? "conditions-under-somewhere" : "conditions-under-everywhere")),
    source.conditions.length === 0 ? text(say("conditions-none")) : conditionsTable(writing),
    heading(2, plain("period-title")),
    text(sayPeriod(writing)),
    heading(2, plain("prompts-title")),
    promptsTable(writing),
    heading(2, plain("others-title")),
    ...othersBlocks(writing),
    ...(source.notAskedFor === undefined ? [] : [text(say("not-asked-for", { says: pen.prose(source.notAskedFor) }), "small")]),
  ];
}

function conditionsTable(writing: Writing): PaperBlock {
  const { plain, source } = writing;
  return {
    block: "table",
    margin: plain("head-interim"),
    columns: [
      col(plain("head-number"), 8),
      col(plain("head-words"), 53),
      col(plain("head-necessary")),
      col(plain("head-evidence"), 28),
      col(plain("head-lasts"), 17),
    ],
    rows: source.conditions.map((one) => ({
      ...(one.interimToo && { margin: plain("interim-too") }),
      cells: [
        [{ says: String(one.condition), look: "strong" }],
        conditionWords(one, writing),
        one.necessity === undefined || one.necessity.trim() === "" ? writing.say("necessity-none") : writing.pen.prose(one.necessity),
        evidenceWords(one, writing),
        sayLasts(one, writing),
      ],
    })),
  };
}

function conditionWords(one: BundleCondition, writing: Writing): PaperWords {
  const { plain, pen } = writing;
  const details = [
    ...detailsOf(one, writing),
    ...(one.locality === undefined ? [] : [plain("only-in", { locality: pen.name(one.locality) })]),
  ];
  const runs: readonly (string | PaperRun)[] = [{ says: plain(one.type), look: "slanted" }, `\n${pen.prose(one.says)}`];
  return details.length === 0 ? runs : [...runs, "\n", { says: details.map(stopped).join(" "), look: "slanted" }];
}

/** What the condition holds as data, beside its words: whoever reads both sees where they differ. */
function detailsOf(
  { places = [], times = [], channels = [], devices = [], programme, frequency }: BundleCondition,
  writing: Writing,
): readonly string[] {
  const { plain, pen } = writing;
  const said = (
    key: "of-places" | "of-times" | "of-channels" | "of-devices" | "of-programme" | "of-frequency",
    all: readonly string[],
  ): readonly string[] => (all.length === 0 ? [] : [plain(key, { says: sayList(all) })]);
  return [
    ...said(
      "of-places",
      places.map(({ says, map, metres }) =>
        [
          pen.name(says),
          ...(metres === undefined ? [] : [plain("of-metres", { metres: sayNumber(metres) })]),
          ...(map === undefined ? [] : [plain("of-map", { map: pen.name(map) })]),
        ].join(", "),
      ),
    ),
    ...said(
      "of-times",
      times.map(({ days, from, to }) => `${days.length === 0 ? "" : `${sayWeekdays(days)} `}${pen.name(from)}–${pen.name(to)}`),
    ),
    ...said(
      "of-channels",
      channels.map((one) => pen.name(one.replaceAll("-", " "))),
    ),
    ...said("of-devices", devices.map(pen.name)),
    ...said("of-programme", programme === undefined ? [] : [pen.name(programme)]),
    ...said("of-frequency", frequency === undefined ? [] : [pen.name(frequency)]),
  ];
}

/** "Mon to Fri", "Mon, Wed and Fri". */
function sayWeekdays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first = 1, last = 7] = [sorted[0], sorted.at(-1)];
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  return isRun ? `${sayShortWeekday(first)} to ${sayShortWeekday(last)}` : sayList(sorted.map((day) => sayShortWeekday(day)));
}

/** "NK/1, 3 record" and "act 6 account", by the way of knowing; what stands in no list is said to. */
function evidenceWords({ evidence }: BundleCondition, writing: Writing): PaperWords {
  const { say, plain, source, pen } = writing;
  if (evidence.length === 0) return say("evidence-none");
  const byKnowing = new Map<string, { readonly exhibits: string[]; readonly acts: number[] }>();
  const unlisted: string[] = [];
  for (const one of evidence) {
    const exhibit = source.exhibits.find(({ number }) => number === one);
    const act = source.chronology.find(({ number }) => String(number) === one);
    const found = exhibit ?? act;
    if (found === undefined) unlisted.push(pen.name(one));
    else {
      const known = sayKnown(found.knowing, writing);
      const group = byKnowing.get(known) ?? { exhibits: [], acts: [] };
      byKnowing.set(known, group);
      if (exhibit) group.exhibits.push(pen.name(one));
      else if (act) group.acts.push(act.number);
    }
  }
  const lines = [...byKnowing].map(([known, { exhibits, acts }]) => {
    const named = [
      ...(exhibits.length === 0 ? [] : [sayExhibits(exhibits)]),
      ...(acts.length === 0 ? [] : [plain("evidence-act", { numbers: sayNumbers(acts) })]),
    ];
    return `${named.join(", ")} ${known}`;
  });
  if (unlisted.length === 0) return lines.join("\n");
  const missing = say("evidence-unlisted", { items: unlisted.join(", ") });
  return [...(lines.length === 0 ? [] : [`${lines.join("\n")}\n`]), ...(typeof missing === "string" ? [missing] : missing)];
}

const prompts = ["religion", "work", "education"] as const;

function promptsTable(writing: Writing): PaperBlock {
  const { plain, source } = writing;
  return {
    block: "table",
    columns: [col(plain("head-asked"), 46), col(plain("head-answer")), col(plain("head-known"), 36)],
    rows: prompts.map((prompt) => {
      const asked = source.prompts.find((one) => one.prompt === prompt);
      return { cells: [plain(`prompt-${prompt}`), ...answerCells(asked, writing)] };
    }),
  };
}

function answerCells(asked: BundlePrompt | undefined, writing: Writing): readonly PaperWords[] {
  const { say, plain, pen } = writing;
  if (asked?.answer === undefined) return [say("prompt-unasked"), ""];
  const { answer, ground, day } = asked;
  const known = ground === undefined ? [] : [sayKnown(ground.knowing, writing)];
  return [
    together([plain(`answer-${answer}`), ground === undefined ? "" : pen.prose(ground.says)]),
    [...known, ...(day === undefined ? [] : [sayCivil(day, writing)])].join(", "),
  ];
}

function othersBlocks(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const namesakes = saidNamesakes(writing).map((one) => text(one));
  const open = text(say("others-open"));
  if (source.others.length === 0) return [...(namesakes.length === 0 ? [text(say("others-none"))] : namesakes), open];
  const compared = source.others.flatMap(({ order, force, made, conditions, from, pairs, settled }): readonly PaperBlock[] => [
    text(
      say("others-says", {
        order: pen.name(order),
        force: pen.name(force),
        made: sayCivil(made, writing),
        conditions: sayCount(conditions, "condition"),
        from: pen.name(from),
        pairs: sayCount(pairs.fits + pairs.conflict + pairs.toRead + pairs.notCompared, "pair"),
        fits: sayNumber(pairs.fits),
        conflict: sayNumber(pairs.conflict),
        read: sayNumber(pairs.toRead),
        uncompared: sayNumber(pairs.notCompared),
      }),
    ),
    ...(settled.length === 0
      ? []
      : [
          {
            block: "table" as const,
            columns: [col(plain("head-ours"), 16), col(plain("head-theirs"), 16), col(plain("head-settled"))],
            rows: settled.map(({ mine, theirs, says }) => ({ cells: [String(mine), String(theirs), pen.prose(says)] })),
          },
        ]),
  ]);
  return [...compared, ...namesakes, open];
}
