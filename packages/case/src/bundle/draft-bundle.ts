import { type Paper, wordsOfPaper } from "@unmask/core";
import { cutAt, sayMoment } from "@unmask/words";
import type { BundleSide, BundleSource } from "./bundle-source.ts";
import { chronologyPart } from "./chronology-part.ts";
import { conditionsPart } from "./conditions-part.ts";
import { criteriaPart } from "./criteria-part.ts";
import { exhibitsPart } from "./exhibits-part.ts";
import { frontPart } from "./front-part.ts";
import { orderPart } from "./order-part.ts";
import { createPen, lengthForEach } from "./pen.ts";
import { createSayWords } from "./say-words.ts";
import { type SenderApart, countOfSenders, sendersApart, sendersPart } from "./senders-apart.ts";
import { servicePart } from "./service-part.ts";
import type { Writing } from "./writing.ts";

/** A draft application as a paper, and what a person looks at before it goes to anybody. */
export interface BundleDocument {
  readonly paper: Paper;
  /** Texts in which words were covered that tell where a protected person lives, sleeps or is reached. */
  readonly covered: number;
  /**
   * What is looked at: reports that are not said to be about the subject, then texts that read as if words that are covered stood in them in another spelling,
   * which nothing covers: the first words of each as printed.
   */
  readonly close: readonly string[];
}

/** Characters of a text that is named to be looked at. */
const longestNamed = 80;

function saySide({ report, side }: BundleSide): string {
  return side === "another"
    ? `Report ${report} names another person than the defendant: its acts stand as “its report names another”.`
    : `Report ${report} names nobody on its other side: whether its acts are the defendant’s is to be looked at.`;
}

/** What stands in no line is to be looked at: one of them can be the defendant’s, and nobody said so. */
function saySenders(apart: readonly SenderApart[]): readonly string[] {
  const { acts, senders } = countOfSenders(apart);
  return apart.length === 0
    ? []
    : [`${acts} of ${senders} of whom nobody can say whose they are have no line: look whether one in part 8 is the defendant’s.`];
}

/** Makes the draft application (docs/formats/bundle.md): "draft", its writer and its minute on every page. The same source gives the same paper. */
export function bundleOf(source: BundleSource): BundleDocument {
  const senders = sendersApart(source);
  const apart = new Set(senders.flatMap(({ lines }) => lines));
  const perText = lengthForEach(
    source.chronology
      .filter((line) => !apart.has(line))
      .flatMap(({ says, quotes = "", against = "" }) => [says.length, quotes.length, against.length]),
  );
  const pen = createPen(source.withheld, { most: perText, looked: source.looked ?? [] });
  const words = createSayWords(source.template, source.law);
  const writing: Writing = { source, pen, ...words };
  const { plain } = words;
  const subject = pen.name(source.subject.name);
  const head = {
    mark: plain("draft-mark", { version: source.draft.version }),
    right: plain("draft-written", {
      writer: [source.writer.name, source.writer.role]
        .filter((one) => one !== "")
        .map(pen.name)
        .join(", "),
      moment: sayMoment(source.written, source.zone),
    }),
  };
  // The first page says how often something was covered, so it is written last.
  const after = [
    criteriaPart,
    conditionsPart,
    (one: Writing) => chronologyPart(one, perText),
    exhibitsPart,
    orderPart,
    servicePart,
    sendersPart,
  ].flatMap((part) => part(writing));
  frontPart(writing, 0);
  const covered = pen.covered();
  const title = plain("title", { "order-name": source.law.orderName });
  const paper: Paper = {
    title: `${head.mark}. ${title}`,
    made: source.written,
    head,
    foot: {
      left: plain("draft-foot", { subject }),
      middle: plain("draft-foot-middle", {
        draft: pen.name(source.draft.id),
        version: source.draft.version,
        force: pen.name(source.force),
      }),
    },
    front: [title, plain(source.interim === null ? "title-under" : "title-under-interim")],
    blocks: [...frontPart(writing, covered), ...after],
  };
  const written = pen.close();
  // What the template says goes through no pen.
  const others = [...new Set(wordsOfPaper(paper))].filter((text) => !written.some((one) => text.includes(one)) && pen.isClose(text));
  const close = [
    ...(source.sides ?? []).map(saySide),
    ...saySenders(senders),
    ...[...written, ...others].map((text) => cutAt(text, longestNamed)),
  ];
  return { paper, covered, close };
}
