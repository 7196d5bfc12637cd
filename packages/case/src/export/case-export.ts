import { type Instant, type TimelineAct, instantToIso } from "@unmask/core";
import { type CaseEvent, eventToJson } from "../event.ts";
import { type OrderEvent, orderEventToJson } from "../order-event.ts";
import { coverAct } from "./cover-act.ts";

/**
 * A case as another system takes it over: what was written of it, of its reports and of its orders, and the acts of its packs
 * (docs/formats/case-export.md). What is in it is what one officer may read of it, and how she is reached only where that officer chose it.
 */

/** What a file is made of. */
export interface CaseExport {
  readonly force: { readonly id: string; readonly name: string };
  readonly case: string;
  readonly madeAt: Instant;
  /** Name of the officer who hands it out, and who receives it. */
  readonly by: string;
  readonly recipient: string;
  /** Whether how somebody is reached stays in it. */
  readonly withContact: boolean;
  /** Takes how somebody is reached out of a text; asked of nothing where it stays. */
  readonly cover: (text: string) => string;
  readonly streams: readonly ExportedStream[];
  readonly exhibits: readonly (ExportedExhibit | ExportedPaper)[];
  readonly acts: readonly ExportedAct[];
  /** Names of officers by id. */
  readonly nameOf: (officer: string) => string;
}

/** What was written of one thing, in order. */
export type ExportedStream =
  | {
      readonly of: "case" | "report";
      readonly id: string;
      /** The report that it is read as one with. */ readonly readWith?: string;
      readonly events: readonly CaseEvent[];
    }
  | { readonly of: "order"; readonly id: string; readonly events: readonly OrderEvent[] };

/** A file that is kept. The export names it and does not hold it. */
interface KeptHere {
  /** As its pack or its order numbers it. */
  readonly number: string;
  /** What it is called. Null: held back, and nothing but its hash is known. */
  readonly name: string | null;
  /** The ending that its bytes have: "pdf". Null: held back. */
  readonly form: string | null;
  readonly size: number;
  readonly sha256: string | null;
  /** When this force had it. */
  readonly kept: Instant;
  /** Where the desk of this force hands its bytes out, as a path of its address. Null: held back. */
  readonly bytes: string | null;
}

/** A file of a pack, as its pack lists it. */
export interface ExportedExhibit extends KeptHere {
  readonly of: "pack";
  readonly pack: string;
  readonly report: string;
  readonly verdict: string | null;
}

/** A paper that is kept with an order of the case: what a court or a service left, what was made of the draft, what was signed. */
export interface ExportedPaper extends KeptHere {
  readonly of: "order";
  readonly order: string;
  readonly what: "copy" | "draft" | "acknowledgement";
}

/** An act, where it came from, and what was found when its file was read again here. */
export interface ExportedAct {
  readonly report: string;
  readonly pack: string;
  readonly number: number;
  readonly whose: string | null;
  readonly readAgain: string;
  readonly act: TimelineAct;
}

/** An event as it goes. */
export interface ToldEvent {
  readonly number: number;
  readonly happened: string;
  readonly recorded: string;
  readonly by: string;
  readonly kind: string;
  /** As in case-event.md and order.md; null: it is of another case as well, and stays here. */
  readonly body: object | null;
  /** Something was taken out of the body: it is no event that a reader of those documents takes. */
  readonly isCovered: boolean;
}

/** Kinds that tell of another case: they would go without the other side having been asked. */
const ofTwoCases: ReadonlySet<string> = new Set(["link-suggested", "link-decided"]);

/** The events of a stream as they go, in order. */
export function toldEvents(
  stream: ExportedStream,
  { cover, withContact }: Pick<CaseExport, "cover" | "withContact">,
): readonly ToldEvent[] {
  const written = stream.of === "order" ? stream.events.map(orderWritten) : stream.events.map(caseWritten);
  return written.map(({ json, ...head }) => {
    if (ofTwoCases.has(head.kind)) return { ...head, body: null, isCovered: false };
    const whole = bodyIn(json);
    if (withContact) return { ...head, body: whole, isCovered: false };
    const covered = objectOf(
      JSON.parse(JSON.stringify(whole), (key, value: unknown) => {
        if (key === "contact" && typeof value === "object") return undefined;
        return typeof value === "string" ? cover(value) : value;
      }),
    );
    return { ...head, body: covered, isCovered: JSON.stringify(covered) !== JSON.stringify(whole) };
  });
}

/** A file as it goes, by the keys of docs/formats/case-export.md. */
export type ToldExhibit = Readonly<Record<string, string | number | null>>;

/** The files as they go, in order. */
export function toldExhibits({
  exhibits,
  cover,
  withContact,
}: Pick<CaseExport, "exhibits" | "cover" | "withContact">): readonly ToldExhibit[] {
  return exhibits.map((one) => {
    const { number, name, form, size, sha256, kept, bytes } = one;
    const named = { number, name: name === null || withContact ? name : cover(name), form, size, sha256 };
    const where = { kept: instantToIso(kept), bytes };
    return one.of === "pack"
      ? { of: one.of, pack: one.pack, report: one.report, ...named, verdict: one.verdict, ...where }
      : { of: one.of, order: one.order, what: one.what, ...named, ...where };
  });
}

type Written = Omit<ToldEvent, "body" | "isCovered"> & { readonly json: string };

function caseWritten(event: CaseEvent): Written {
  return { ...headOf(event), json: eventToJson(event) };
}

function orderWritten(event: OrderEvent): Written {
  return { ...headOf(event), json: orderEventToJson(event) };
}

function headOf({ number, happened, recorded, by, kind }: CaseEvent | OrderEvent): Omit<Written, "json"> {
  return { number, happened: instantToIso(happened), recorded: instantToIso(recorded), by, kind };
}

/** The acts as they go. */
export function toldActs({ acts, cover, withContact }: Pick<CaseExport, "acts" | "cover" | "withContact">): readonly ExportedAct[] {
  return withContact ? acts : acts.map((one) => ({ ...one, act: coverAct(one.act, cover) }));
}

function bodyIn(written: string): object {
  return objectOf(objectOf(JSON.parse(written))["body"] ?? {});
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error("an event is an object");
  return { ...value };
}
