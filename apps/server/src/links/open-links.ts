import type { CaseState } from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { relationOf } from "../access/relation-of.ts";

/**
 * Links as an officer may be told of them: one with a side that is barred to them is not there. It would say that another report holds the same
 * number, and which.
 */
export async function openLinks<Link extends { readonly link: string }>(
  { tx, parts, officer, now }: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  links: readonly Link[],
): Promise<readonly Link[]> {
  const open: Link[] = [];
  for (const one of links) {
    const { relation } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, { link: one.link });
    if (relation !== "barred") open.push(one);
  }
  return open;
}

/** What a report and a case hold of links. */
type WithLinks = Pick<CaseState, "links" | "log" | "readings">;

/** A report or a case as an officer may be told of it: without such a link, and without what happened to it. */
export async function withOpenLinks<State extends WithLinks>(call: Parameters<typeof openLinks>[0], state: State): Promise<State> {
  const { links, hidden } = await hiddenByLinks(call, state);
  return hidden.size === 0 ? state : { ...state, links, log: state.log.filter(({ number }) => !hidden.has(number)) };
}

/** The links that an officer may be told of, and the numbers of the events that tell of another. */
export async function hiddenByLinks<State extends WithLinks>(
  call: Parameters<typeof openLinks>[0],
  { links: all, readings }: State,
): Promise<{ readonly links: State["links"]; readonly hidden: ReadonlySet<number> }> {
  const links = await openLinks(call, all);
  const hidden = new Set(all.filter((one) => !links.includes(one)).flatMap(({ number, decided }) => [number, decided?.number ?? number]));
  for (const { decision, number } of readings) if (hidden.has(decision)) hidden.add(number);
  return { links, hidden };
}
