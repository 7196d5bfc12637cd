import { type Identity, type TimelineAct, instantToIso } from "@unmask/core";
import type { NameNode, NodeKind } from "./ids.ts";

/** What an act becomes in CASE: its node, its class and which facet says what it was. */
export interface ActShape {
  readonly node: NodeKind & ("message" | "call" | "event");
  readonly type: string;
  readonly facet: "message" | "mail" | "call" | "event";
}

/**
 * Kinds with words to somebody are messages, calls are calls, and everything else is a record of an event. UCO 1.4.0 has no class for a
 * reaction, a follow or a live view; `messageType` and `eventType` keep our word for it.
 */
export function shapeOf({ kind, channel }: Pick<TimelineAct, "kind" | "channel">): ActShape {
  switch (kind) {
    case "message":
      if (channel === "email") return { node: "message", type: "uco-observable:EmailMessage", facet: "mail" };
      if (channel === "sms" || channel === "mms") return { node: "message", type: "uco-observable:SMSMessage", facet: "message" };
      return { node: "message", type: "uco-observable:Message", facet: "message" };
    case "post":
      return { node: "message", type: "uco-observable:Post", facet: "message" };
    case "reaction":
    case "comment":
    case "mention":
      return { node: "message", type: "uco-observable:Message", facet: "message" };
    case "call":
    case "voicemail":
      return { node: "call", type: "uco-observable:Call", facet: "call" };
    default:
      return { node: "event", type: "uco-observable:EventRecord", facet: "event" };
  }
}

/** What an act needs of the file around it. */
export interface ActPlace {
  readonly name: NameNode;
  /** Its number among the shown acts. */
  readonly number: number;
  /** How it is found in what it came from: "leaf 12 of the log". */
  readonly says: string;
  /** IRI of an account. */
  account(identity: Identity): string;
  readonly application?: string;
}

/** The node of an act. Its time is the earliest instant it can mean; `acts.jsonl.gz` has what was written and the whole interval. */
export function actObject(act: TimelineAct, place: ActPlace): { readonly id: string; readonly type: string; readonly rest: object } {
  const { node, type, facet } = shapeOf(act);
  const facetKind = node === "message" ? "message-facet" : node === "call" ? "call-facet" : "event-facet";
  return {
    id: place.name(node, place.number),
    type,
    rest: {
      "uco-core:description": place.says,
      "uco-core:hasFacet": [{ "@id": place.name(facetKind, place.number), ...facetOf(facet, act, place) }],
    },
  };
}

function facetOf(facet: ActShape["facet"], act: TimelineAct, place: ActPlace): object {
  const from = { "@id": place.account(act.from) };
  const to = [...new Set(act.to.map((identity) => place.account(identity)))].map((id) => ({ "@id": id }));
  const time = dateTime(act.when.earliest);
  const application = place.application === undefined ? {} : { "uco-observable:application": { "@id": place.application } };
  switch (facet) {
    case "message":
      return {
        "@type": "uco-observable:MessageFacet",
        ...application,
        "uco-observable:from": from,
        ...some("uco-observable:to", to),
        "uco-observable:sentTime": time,
        "uco-observable:messageType": act.kind,
        ...given("uco-observable:messageText", act.text),
        ...given("uco-observable:messageID", act.sourceId),
        ...given("uco-observable:sessionID", act.thread),
      };
    case "mail":
      return {
        "@type": "uco-observable:EmailMessageFacet",
        "uco-observable:from": from,
        ...some("uco-observable:to", to),
        "uco-observable:sentTime": time,
        ...given("uco-observable:subject", act.subject),
        ...given("uco-observable:body", act.text),
        ...given("uco-observable:messageID", act.sourceId),
      };
    case "call":
      return {
        "@type": "uco-observable:CallFacet",
        ...application,
        "uco-observable:from": from,
        ...some("uco-observable:to", to),
        "uco-observable:startTime": time,
        "uco-observable:callType": callTypeOf(act),
        ...given("uco-observable:duration", act.duration === undefined ? undefined : Math.round(act.duration)),
      };
    case "event":
      return {
        "@type": "uco-observable:EventRecordFacet",
        ...application,
        "uco-observable:account": from,
        "uco-observable:startTime": time,
        "uco-observable:eventType": act.kind,
        ...given("uco-observable:eventRecordText", act.text),
        ...given("uco-observable:eventRecordID", act.sourceId),
      };
  }
}

function callTypeOf({ kind, flags }: TimelineAct): string {
  if (kind === "voicemail") return "voicemail";
  return flags.includes("missed") ? "missed" : flags.includes("unanswered") ? "unanswered" : "call";
}

function dateTime(instant: TimelineAct["when"]["earliest"]): object {
  return { "@type": "xsd:dateTime", "@value": instantToIso(instant) };
}

function given(key: string, value: string | number | null | undefined): object {
  if (value === undefined || value === null) return {};
  return { [key]: typeof value === "string" ? xsdText(value) : value };
}

/**
 * Text as `xsd:string` can hold it: halves of surrogate pairs, control characters but tab and line ends, U+FFFE and U+FFFF become U+FFFD (Char of
 * XML 1.0, §2.2). `acts.jsonl.gz` keeps them.
 */
export function xsdText(text: string): string {
  return text.replace(/[\p{Cs}\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu, "\uFFFD");
}

function some(key: string, values: readonly object[]): object {
  return values.length === 0 ? {} : { [key]: values };
}
