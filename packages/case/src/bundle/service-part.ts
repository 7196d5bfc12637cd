import type { PaperBlock, PaperRow, PaperWords } from "@unmask/core";
import { sayList } from "@unmask/words";
import type { BundleAttempt } from "./bundle-source.ts";
import { noticesOf } from "./order-part.ts";
import { type Writing, col, heading, partHeading, sayCivil } from "./writing.ts";

/** Rows for attempts that are written by hand. */
const rowsByHand = 4;

/** Part 7: the attempts that are written, each with what shows it, and what whoever serves the order takes along and writes down. It confirms nothing. */
export function servicePart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const { subject } = source;
  const rows: readonly (readonly [name: string, words: PaperWords])[] = [
    [plain("service-order"), plain("service-order-says", { order: pen.name(source.order), force: pen.name(source.force) })],
    [plain("service-whom"), [{ says: pen.name(subject.name), look: "strong" }]],
    [plain("service-where"), subject.home === undefined ? plain("service-where-none") : pen.prose(subject.home.says)],
    [plain("service-what"), say("service-what-says")],
  ];
  return [
    partHeading(7, plain("service-title"), say("service-under")),
    { block: "facts", rows: rows.map(([name, words]) => ({ name, words })) },
    heading(2, plain("service-attempts")),
    {
      block: "table",
      columns: [
        col(plain("head-day-time"), 28),
        col(plain("head-place"), 32),
        col(plain("head-by"), 24),
        col(plain("head-served"), 22),
        col(plain("head-not-done")),
      ],
      rows: [...source.attempts.map((one) => attemptRow(one, writing)), ...Array.from({ length: rowsByHand }, () => byHand("", 5))],
    },
    heading(2, plain("service-asked")),
    {
      block: "table",
      columns: [col(plain("head-question"), 58), col(plain("head-reply"))],
      rows: [
        byHand(plain("service-right-person"), 2),
        byHand(plain("service-right-order"), 2),
        byHand(plain("service-given"), 2),
        byHand(plain("service-understood"), 2),
      ],
    },
    heading(2, plain("service-tell")),
    {
      block: "steps",
      items: [say("service-read-out"), ...noticesOf(writing), say("service-silent")].map((words, i) => ({ number: i + 1, words })),
    },
    { block: "signatures", under: [plain("sign-served"), plain("sign-confirmed")] },
  ];
}

function attemptRow(one: BundleAttempt, writing: Writing): PaperRow {
  const { plain, pen } = writing;
  const { order, day, at, place, made, outcome, isConfirmed, notDone, evidence } = one;
  const came = plain(outcome === "not-served" ? "attempt-not-served" : isConfirmed ? "attempt-served" : "attempt-unconfirmed");
  const shown = evidence.map(({ exhibit, says }) => `${pen.name(exhibit)} ${pen.prose(says)}`);
  const rest = [
    ...(notDone === undefined ? [] : [pen.prose(notDone)]),
    shown.length === 0 ? plain("attempt-no-evidence") : plain("attempt-evidence", { items: sayList(shown) }),
  ];
  return {
    cells: [`${sayCivil(day, writing)}, ${at}`, pen.prose(place), pen.name(made), `${plain(`attempt-${order}`)}: ${came}`, rest.join("\n")],
  };
}

function byHand(first: string, cells: number): PaperRow {
  return { byHand: true, cells: Array.from({ length: cells }, (_, i) => (i === 0 ? first : "")) };
}
