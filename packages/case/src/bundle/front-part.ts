import type { PaperBlock, PaperWords } from "@unmask/core";
import { civilFromDays, civilToIso, dayIn } from "@unmask/core";
import { sayCount, sayFewOf, sayList, sayNumber, sayRange } from "@unmask/words";
import { yearsLater } from "../order/period.ts";
import type { BundleLine } from "./bundle-source.ts";
import { lineWhat, lineWhen } from "./chronology-part.ts";
import { sayPeriodBriefly } from "./period-words.ts";
import { saidNamesakes } from "./said-namesakes.ts";
import { together } from "./say-words.ts";
import { countOfSenders, sendersApart } from "./senders-apart.ts";
import { type Writing, col, dayOf, heading, sayCivil, sayExhibits, sayKnown, sayNumbers, saySure, stopped, text } from "./writing.ts";

/** Part 1: to whom, about whom, for whom and what is asked; the facts in few lines; how the paper is read. */
export function frontPart(writing: Writing, covered: number): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const { law, template } = source;
  const facts = source.facts.flatMap((number) => source.chronology.find((line) => line.number === number) ?? []);
  const named = template.from === null ? pen.name(template.name) : `${pen.name(template.name)}, of ${sayCivil(template.from, writing)}`;
  return [
    { block: "facts", rows: whoAndWhat(writing) },
    heading(2, facts.length === 0 ? plain("facts-title-none") : plain("facts-title", { count: sayFewOf(facts.length, "line") })),
    facts.length === 0 ? text(say("facts-none")) : factsTable(facts, writing),
    text(
      together([
        countOf(writing),
        sendersCounted(writing),
        notListedOf(writing),
        source.summary === undefined ? "" : pen.prose(source.summary),
      ]),
      "small",
    ),
    heading(2, plain("how-title")),
    text(say(source.exhibits.length === 0 ? "how-says-unlisted" : "how-says")),
    // Small, and in one: what says how the paper is read stays on its first page.
    text(
      together([
        covered === 0 ? "" : say("how-covered", { places: sayCount(covered, "place") }),
        say("parts", {
          template: named,
          jurisdiction: law.jurisdiction,
          day: law.textAsAt === null ? plain("text-day-unknown") : sayCivil(law.textAsAt, writing),
        }),
        sendersApart(source).length === 0 ? "" : say("parts-senders"),
      ]),
      "small",
    ),
  ];
}

function whoAndWhat(writing: Writing): readonly { readonly name: string; readonly words: PaperWords }[] {
  const { say, plain, source, pen } = writing;
  const { law } = source;
  const rows: readonly (readonly [name: string, words: PaperWords])[] = [
    [plain("to"), source.court === null ? say("court-none") : [{ says: pen.name(source.court), look: "strong" }]],
    [plain("applicant"), say("applicant-says", { applicant: pen.name(source.applicant), act: law.act })],
    [plain("defendant"), defendant(writing)],
    [plain("area"), areaOf(writing)],
    [plain("protected"), protectedOf(writing)],
    [plain("asked"), askedFor(writing)],
    [plain("others"), othersOf(writing)],
  ];
  return rows.map(([name, words]) => ({ name, words }));
}

function defendant(writing: Writing): PaperWords {
  const { say, plain, source, pen } = writing;
  const { name, otherNames = [], born, home } = source.subject;
  const known = [
    ...(otherNames.length === 0 ? [] : [plain("also-known", { names: sayList(otherNames.map(pen.name)) })]),
    born === undefined
      ? plain("born-unknown")
      : plain("born", { day: sayCivil(born.day, writing), knowing: sayKnown(born.knowing, writing) }),
    ...(home === undefined ? [] : [`${pen.prose(home.says)} (${sayKnown(home.knowing, writing)})`]),
  ];
  const runs: PaperWords = [{ says: pen.name(name), look: "strong" }, `, ${known.join(", ")}.`];
  return together([runs, ageOf(writing) ?? say("age-unknown")]);
}

/** The age that counts is that of the day of lodging; until there is one, that of the day on which this is written. */
function ageOf({ say, source }: Writing): PaperWords | undefined {
  const { subject, law, written, zone } = source;
  const birthday = subject.born === undefined || law.adultYears === null ? undefined : yearsLater(subject.born.day, law.adultYears);
  const lodged = subject.lodging ?? civilToIso(civilFromDays(dayIn(zone, written)));
  const day = dayOf(lodged);
  if (law.adultYears === null || birthday === undefined || day === undefined) return undefined;
  return say(birthday <= day ? "adult" : "young", { years: law.adultYears, day: sayRange(day, day) });
}

function areaOf(writing: Writing): PaperWords {
  const { say, source, pen } = writing;
  if (source.link === null) return say("link-none");
  const { link, ground } = source.link;
  return say(`link-${link}`, {
    force: pen.name(source.force),
    ground: stopped(`${pen.prose(ground.says)} (${sayKnown(ground.knowing, writing)})`),
  });
}

function protectedOf(writing: Writing): PaperWords {
  const { say, source, pen } = writing;
  if (source.protects.length === 0) return say("protected-none");
  const each = source.protects.map(({ name, victim, says }) =>
    say(victim ? "protected-victim" : "protected-other", {
      name: pen.name(name),
      says: says === undefined ? "" : stopped(pen.prose(says)),
    }),
  );
  return together([...each, say("protected-where")]);
}

function askedFor(writing: Writing): PaperWords {
  const { say, source, pen } = writing;
  const interim = source.conditions.filter(({ interimToo }) => interimToo).map(({ condition }) => condition);
  const numbers = `${interim.length === 1 ? "condition" : "conditions"} ${sayNumbers(interim)}`;
  const asked = say("asked-says", {
    conditions: sayFewOf(source.conditions.length, "condition").replace(/^./, (one) => one.toUpperCase()),
    period: sayPeriodBriefly(writing),
  });
  if (source.interim === null) return asked;
  const { until } = source.interim;
  const isEndKnown = source.law.sections["interim-ends"] !== undefined;
  return together([
    asked,
    until === null
      ? say(isEndKnown ? "asked-interim-open" : "asked-interim-known-open", { numbers })
      : say(isEndKnown ? "asked-interim" : "asked-interim-known", { numbers, day: sayCivil(until, { pen }) }),
  ]);
}

function othersOf(writing: Writing): PaperWords {
  const { say, source, pen } = writing;
  const { others, otherSearch } = source;
  const each = others.map(({ order, force, from, pairs }) =>
    say("others-brief", {
      order: pen.name(order),
      force: pen.name(force),
      from: pen.name(from),
      pairs: sayCount(pairs.fits + pairs.conflict + pairs.toRead + pairs.notCompared, "pair"),
      fits: sayNumber(pairs.fits),
      conflict: sayNumber(pairs.conflict),
      read: sayNumber(pairs.toRead),
      uncompared: sayNumber(pairs.notCompared),
    }),
  );
  const all = [...each, ...saidNamesakes(writing)];
  // That only orders open to its maker stand here is said once, with their pairs: this page is one page.
  return together([...(all.length === 0 ? [say("others-none")] : all), otherSearch === undefined ? "" : pen.prose(otherSearch)]);
}

function factsTable(facts: readonly BundleLine[], writing: Writing): PaperBlock {
  const { plain, pen, source } = writing;
  const years = new Set(facts.map(({ when }) => civilFromDays(dayIn(source.zone, when.earliest)).year));
  const [year] = years.size === 1 ? years : [];
  return {
    block: "table",
    margin: plain("head-exhibit"),
    columns: [
      col(plain("head-number"), 9),
      col(year === undefined ? plain("head-when") : plain("head-when-year", { year }), year === undefined ? 31 : 25),
      col(plain("head-what")),
      col(plain("head-known"), 24),
      col(plain("head-who"), 25),
    ],
    rows: facts.map((line) => ({
      margin: sayExhibits(line.exhibits.map(pen.name)),
      cells: [
        [{ says: String(line.number), look: "strong" }],
        lineWhen(line, writing, year === undefined ? "day" : "day-of-year"),
        lineWhat(line, writing),
        sayKnown(line.knowing, writing, line.also),
        saySure(line, writing),
      ],
    })),
  };
}

function countOf({ say, source }: Writing): PaperWords {
  const { chronology, zone } = source;
  if (chronology.length === 0) return "";
  const days = chronology.map(({ when }) => dayIn(zone, when.earliest));
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  const [unknown = 0, another = 0] = (["nobody-can-say", "names-another"] as const).map(
    (one) => chronology.filter(({ who }) => who === one).length,
  );
  return together([
    say("facts-count", { acts: sayCount(chronology.length, "act"), span: sayRange(first, last), unknown: sayNumber(unknown) }),
    another === 0 ? "" : say("facts-another", { acts: sayCount(another, "act") }),
  ]);
}

function sendersCounted({ say, source }: Writing): PaperWords {
  const apart = sendersApart(source);
  return apart.length === 0 ? "" : say("facts-senders", countOfSenders(apart));
}

/** What is in no line is counted: a reader of a list has to know what it leaves out. */
function notListedOf({ say, source: { notListed } }: Writing): PaperWords {
  if (notListed === undefined || notListed.own + notListed.others === 0) return "";
  return say("facts-not-listed", { own: sayCount(notListed.own, "act"), others: sayNumber(notListed.others) });
}
