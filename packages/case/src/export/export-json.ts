import { instantToIso, timelineActToJson } from "@unmask/core";
import { type CaseExport, toldActs, toldEvents, toldExhibits } from "./case-export.ts";

/** A case as JSON (docs/formats/case-export.md): one object, keys in the order of that page, two writers write the same bytes. */
export function caseExportJson(from: CaseExport): string {
  const { force, case: ref, madeAt, by, recipient, withContact, streams, nameOf } = from;
  const head = { format: "unmask-case-export", version: 1, force, case: ref, madeAt: instantToIso(madeAt), by, recipient };
  const told = streams.map((stream) => ({
    of: stream.of,
    id: stream.id,
    ...(stream.of !== "order" && stream.readWith !== undefined && { readWith: stream.readWith }),
    events: toldEvents(stream, from).map(({ body, isCovered, ...event }) => ({
      ...event,
      ...(body === null ? { staysHere: "of two cases" } : { body }),
      ...(isCovered && { covered: true }),
    })),
  }));
  const written = new Set(streams.flatMap(({ events }) => events.map((event) => event.by)));
  const officers = [...written].toSorted().map((id) => ({ id, name: nameOf(id) }));
  const acts = toldActs(from).map(({ act, ...one }) => `${JSON.stringify(one).slice(0, -1)},"act":${timelineActToJson(act)}}`);
  const contact = withContact ? "included" : "taken out";
  const all = JSON.stringify({ ...head, contact, officers, streams: told, files: "not in this export", exhibits: toldExhibits(from) });
  return `${all.slice(0, -1)},"acts":[${acts.length === 0 ? "" : `\n${acts.join(",\n")}\n`}]}\n`;
}
