import { type Stream, foldCase, foldReport, isSecondPerson } from "@unmask/case";
import {
  type Instant,
  type ReadValue,
  count,
  daysFromCivil,
  flag,
  object,
  oneOf,
  parseCivilDay,
  parseZone,
  startOfDay,
  text,
} from "@unmask/core";
import { asMachine } from "../../access/as-machine.ts";
import {
  type DeskAnswer,
  type DeskCall,
  type DeskRoute,
  deskRoute,
  noBody,
  refuse,
  refuseAsChanged,
  refuseByState,
} from "../../access/desk-route.ts";
import { sayOpen } from "../../desk/event-words.ts";
import { keysOf, saySearched } from "../../links/find-links.ts";
import { openLinks } from "../../links/open-links.ts";
import { showLink, storyOf } from "../../links/show-link.ts";
import { streamNamed, suggestLinksOf, writeIn } from "../../links/write-links.ts";
import { readStream } from "../../sql/case/case-events.ts";
import { type LinkRow, answerPair, findPair, pairsOf, reportsInCase } from "../../sql/case/link-pairs.ts";

/**
 * Links: what stands in two reports, shown to each side as far as the screen said it would be. The index is asked when a report or a case is
 * looked at; nothing is joined before somebody decides.
 */

/** Letters of the words of a decision. */
const mostWords = 4_000;

/** Links of a report. */
export const linksOfReport: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/links",
  operation: "see-link",
  about: ({ params }) => ({ report: params["reference"] ?? "" }),
  body: noBody,
  run: async (call) => listLinks(call, [call.params["reference"] ?? ""]),
});

/** Links of a case: of all its reports. */
export const linksOfCase: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/links",
  operation: "see-link",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const { tx, parts, params } = call;
    return listLinks(call, await asMachine(tx, call, () => reportsInCase(tx, parts.force.id, params["case"] ?? "")));
  },
});

async function listLinks<Body>(call: DeskCall<Body>, reports: readonly string[]): Promise<DeskAnswer> {
  const { tx, parts, now } = call;
  const answer = await asMachine(tx, call, async () => {
    const searched = { answered: 0, of: 0 };
    const common = new Set<string>();
    for (const report of reports) {
      const found = await suggestLinksOf(tx, { force: parts.force, now }, report);
      searched.answered += found.searched.answered;
      searched.of += found.searched.of;
      for (const { key } of found.common) common.add(key);
    }
    const pairs = await pairsOf(tx, parts.force.id, reports);
    return {
      links: pairs.filter((pair) => !isTogether(pair, reports)).map((pair) => lineOf(pair, reports, now)),
      isComplete: searched.answered === searched.of,
      searched: saySearched(searched),
      common: common.size === 0 ? "" : `${common.size} of its numbers stand in so many reports that they say nothing about who holds them.`,
    };
  });
  return { body: { ...answer, links: await openLinks(call, answer.links) }, shown: [] };
}

/** Two that came into one case are together already: of a pair of them that nobody answered nothing is asked. */
function isTogether({ one, other, answer }: LinkRow, reports: readonly string[]): boolean {
  return answer === null && reports.includes(one) && reports.includes(other);
}

function lineOf(pair: LinkRow, reports: readonly string[], now: Instant) {
  const isOne = reports.includes(pair.one);
  return {
    link: pair.id,
    to: isOne ? pair.stream_other : pair.stream_one,
    identifiers: keysOf(pair.keys).length,
    state: stateOf(pair, now),
    again: pair.again,
    suggested: pair.made_at,
  };
}

/** A pair left open is a question again from its day on. */
function stateOf({ answer, again }: LinkRow, now: Instant): string {
  if (answer === null || (answer === "open" && again !== null && again <= now)) return "undecided";
  return answer;
}

/** What each choice opens, said before it is made. */
const opens = {
  confirmed:
    "A second person must agree. Then you and the officer of the other side see that the other exists, and the acts with the shared identifier. Nothing else is opened.",
  refuted: "Both sides stay closed to each other. The identifier suggests this pair no more.",
  open: "It comes back on the day you set.",
} as const;

/** One link: both sides, what agrees, what contradicts, what is not known. */
export const link: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/links/:link",
  operation: "see-link",
  about: ({ params }) => ({ link: params["link"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const { tx, parts, now } = call;
    return asMachine(tx, call, async () => {
      const pair = await pairAsked(call);
      const { persons, ...shown } = await showLink(tx, { force: parts.force.id, keyedHash: parts.keyedHash, pair });
      const story = await storyOf(tx, parts.force.id, pair);
      const one = { says: shown.one.says, reference: pair.stream_one };
      const other = { says: shown.other.says, reference: pair.stream_other };
      const again = pair.again;
      return {
        body: {
          link: pair.id,
          one,
          other,
          identifiers: shown.identifiers,
          state: stateOf(pair, now),
          again,
          story,
          saw: story.length,
          opens,
        },
        shown: persons,
        entry: { item: pair.id },
      };
    });
  },
});

async function pairAsked<Body>({ tx, parts, params }: DeskCall<Body>): Promise<LinkRow> {
  const pair = await findPair(tx, parts.force.id, params["link"] ?? "");
  // A link that is not there was refused before: its relation is "elsewhere".
  if (pair === undefined) throw new Error("a link that was there is gone");
  return pair;
}

const words: ReadValue<string> = (value, path) => text(value, path).slice(0, mostWords);
const readDecision = object(({ must, may }) => ({
  answer: must("answer", oneOf<"confirmed" | "refuted" | "open">(["confirmed", "refuted", "open"])),
  why: must("why", words),
  saw: must("saw", count),
  ...may("again", text),
}));

/** Decides: confirm asks for a second person, refute holds at once, open has a day on which it comes back. */
export const linkDecided: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/links/:link/decide",
  operation: "decide-link",
  about: ({ params }) => ({ link: params["link"] ?? "" }),
  body: readDecision,
  run: async (call) => {
    const { tx, body, parts, officer } = call;
    return asMachine(tx, call, async () => {
      const pair = await pairAsked(call);
      await refuseChanged(call, pair, body.saw);
      const { answer, why, again } = body;
      const intent = { kind: "link-decided" as const, body: { link: pair.id, answer, reason: why, ...(again !== undefined && { again }) } };
      for (const stream of streamsOf(pair)) await write(call, { stream, intent });
      const kept = answer === "confirmed" ? "proposed" : answer;
      await answerPair(tx, { force: parts.force.id, id: pair.id, answer: kept, decided_by: officer.id, again: againAt(answer, again) });
      return written(call, pair);
    });
  },
});

const readSecond = object(({ must, may }) => ({ agrees: must("agrees", flag), saw: must("saw", count), ...may("says", words) }));

/** The second person agrees that it is one person, or does not; nobody agrees with themselves. */
export const linkAgreed: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/links/:link/second",
  operation: "decide-link",
  about: ({ params }) => ({ link: params["link"] ?? "" }),
  body: readSecond,
  run: async (call) => {
    const { tx, body, parts, officer } = call;
    return asMachine(tx, call, async () => {
      const pair = await pairAsked(call);
      await refuseChanged(call, pair, body.saw);
      if (pair.answer !== "proposed")
        return refuseByState({
          rule: "not-proposed",
          says: "Nobody waits for a second person here.",
          allows: "You can decide on the link.",
        });
      const second = isSecondPerson(officer.id, pair.decided_by === null ? [] : [pair.decided_by]);
      if (!second.allowed) return refuse(second.refused);
      const { agrees, says } = body;
      for (const stream of streamsOf(pair)) {
        const decision = await numberOfDecision(call, stream, pair.id);
        await write(call, { stream, intent: { kind: "decision-read", body: { decision, agrees, ...(says !== undefined && { says }) } } });
      }
      const { id, decided_by } = pair;
      await answerPair(tx, {
        force: parts.force.id,
        id,
        answer: agrees ? "confirmed" : null,
        decided_by: agrees ? decided_by : null,
        again: null,
      });
      return written(call, pair);
    });
  },
});

function streamsOf(pair: LinkRow): readonly Stream[] {
  return [streamNamed(pair.stream_one), streamNamed(pair.stream_other)];
}

/** Somebody wrote since the screen was drawn: what came is told, and nothing was done. */
async function refuseChanged<Body>({ tx, parts }: DeskCall<Body>, pair: LinkRow, saw: number): Promise<void> {
  const story = await storyOf(tx, parts.force.id, pair);
  if (story.length === saw) return;
  const came = story.slice(saw).map(({ says }) => says);
  refuseAsChanged(`Since you looked: ${came.join(" ")} Nothing of yours is lost: look again, then save.`);
}

async function write<Body>(
  { tx, parts, now, officer }: DeskCall<Body>,
  { stream, intent }: Pick<Parameters<typeof writeIn>[2], "stream" | "intent">,
): Promise<void> {
  const decided = await writeIn(tx, { force: parts.force, now }, { stream, by: officer.id, intent });
  if (decided.done) return;
  if ("refused" in decided) refuseByState({ ...decided.refused, allows: sayOpen(decided.refused.allows) });
  refuseAsChanged("It changed while you wrote. Nothing of yours is lost: look again, then save.");
}

async function numberOfDecision<Body>({ tx, parts }: DeskCall<Body>, stream: Stream, link: string): Promise<number> {
  const events = await readStream(tx, parts.force.id, stream);
  const { links } = stream.of === "case" ? foldCase(stream.id, events) : foldReport(stream.id, events);
  return links.find((one) => one.link === link)?.decided?.number ?? 0;
}

async function written<Body>(call: DeskCall<Body>, pair: LinkRow): Promise<DeskAnswer> {
  const { tx, parts, now } = call;
  const after = await pairAsked(call);
  const { persons } = await showLink(tx, { force: parts.force.id, keyedHash: parts.keyedHash, pair });
  const story = await storyOf(tx, parts.force.id, after);
  return { body: { link: pair.id, state: stateOf(after, now), story, saw: story.length }, shown: persons, entry: { item: pair.id } };
}

const london = parseZone("Europe/London");

/** A pair left open comes back with the first minute of its day. */
function againAt(answer: string, again: string | undefined): Instant | null {
  const day = answer === "open" && again !== undefined ? parseCivilDay(again) : undefined;
  return day === undefined || london === undefined ? null : startOfDay(daysFromCivil(day), london);
}
