import { type Identity, type Table, instantToIso, writeCsv } from "@unmask/core";
import { type CaseExport, type ExportedAct, type ToldEvent, type ToldExhibit, toldActs, toldEvents, toldExhibits } from "./case-export.ts";

/** Heads of the one table, in the order of docs/formats/case-export.md. */
const columns = [
  ...["of", "id", "number", "time", "until", "recorded", "by", "kind", "channel", "from", "to", "says"],
  ...["whose", "grade", "read again", "file sha256", "start", "end", "body"],
] as const;

/** A case as one table: everything that was written, every file that is kept and every act, each a row, in order of time. No cell of it is a formula. */
export function caseExportCsv(from: CaseExport): string {
  const events = from.streams.flatMap((stream) =>
    toldEvents(stream, from).map((event) => ({ at: event.happened, row: eventRow(stream, event, from.nameOf) })),
  );
  const files = toldExhibits(from).map((one) => ({ at: String(one["kept"]), row: exhibitRow(one) }));
  const acts = toldActs(from).map((one) => ({ at: instantToIso(one.act.when.earliest), row: actRow(one) }));
  const rows = [...events, ...files, ...acts]
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ row }) => row);
  return writeCsv({ columns: [...columns], rows });
}

type Row = Table["rows"][number];

function eventRow(
  { of, id }: CaseExport["streams"][number],
  { number, happened, recorded, by, kind, body }: ToldEvent,
  nameOf: CaseExport["nameOf"],
): Row {
  const says = body === null ? "stays here: it is of two cases" : wordsOf(body);
  return [
    ...[of, id, number, happened, "", recorded, nameOf(by), kind, "", "", "", says],
    ...["", "", "", "", "", "", body === null ? "" : JSON.stringify(body)],
  ];
}

/** The words that most kinds have under one of these keys; the rest stands in the body. */
function wordsOf(body: object): string {
  const { says, account, reason }: { readonly says?: unknown; readonly account?: unknown; readonly reason?: unknown } = body;
  return [says, account, reason].find((one) => typeof one === "string") ?? "";
}

function exhibitRow(one: ToldExhibit): Row {
  const { of, report, order, number, kept, form, name, sha256 } = one;
  return [
    ...[
      "exhibit",
      String(report ?? order),
      String(number),
      String(kept),
      "",
      "",
      "",
      `${String(of)} file`,
      String(form ?? "held back"),
      "",
      "",
    ],
    ...[String(name ?? ""), "", "", "", String(sha256 ?? ""), "", "", JSON.stringify(one)],
  ];
}

function actRow({ report, number, whose, readAgain, act }: ExportedAct): Row {
  const { when, kind, channel, from, to, text, grade, source } = act;
  return [
    ...["act", report, number, instantToIso(when.earliest), instantToIso(when.latest), "", "", kind, channel],
    ...[whoIn(from), to.map(whoIn).join("; "), text ?? ""],
    ...[whose ?? "", grade, readAgain, source.sha256, source.start, source.end, ""],
  ];
}

function whoIn({ wrote, normal, name }: Identity): string {
  const who = wrote === "" ? normal : wrote;
  return name === undefined || name === who ? who : `${name} (${who})`;
}
