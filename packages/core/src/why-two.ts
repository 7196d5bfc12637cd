import type { Identity } from "./identity.ts";
import { nameForm } from "./name-form.ts";
import { findSameChats } from "./same-chats.ts";
import { isNamedAsOne } from "./same-groups.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Timeline } from "./timeline.ts";

/** Why names that she states as one group's or chat's are none: they are in no file, or what the files hold under them. */
export type WhyTwo =
  | { readonly why: "no such name"; readonly names: readonly string[] }
  | { readonly why: "one file"; readonly areGroups: boolean }
  /** The same messages, under names that she did not state as one person's. */
  | { readonly why: "not one person"; readonly people: readonly [Identity, Identity]; readonly count: number }
  /** The same messages, to two numbers or accounts: one text can go to both. */
  | { readonly why: "two numbers"; readonly count: number }
  /** Too little is the same: how many messages each name has, in the order of the names. */
  | { readonly why: "unlike"; readonly areGroups: boolean; readonly counts: readonly number[] };

/** Finds out why such names, of which `strayOf` tells, count for nothing. */
export function whyTwo({ acts }: Pick<Timeline, "acts">, names: readonly string[]): WhyTwo {
  const found = new Map(names.map((name) => [nameForm(name), { name, count: 0, files: new Set<string>() }]));
  let areGroups = false;
  for (const act of acts)
    for (const record of act.records ?? [act])
      for (const [form, isGroup] of formsOfChat(record)) {
        const chat = found.get(form);
        if (chat === undefined) continue;
        chat.count++;
        areGroups ||= isGroup;
        for (const { sha256 } of record.sources) chat.files.add(sha256);
      }
  const chats = [...found.values()];
  const missing = chats.filter(({ count }) => count === 0).map(({ name }) => name);
  if (missing.length > 0) return { why: "no such name", names: missing };
  for (const { people, count } of findSameChats(acts)) {
    const pair = people.find((one) => isNamedAsOne({ names: one }, [names]));
    if (pair?.some(({ kind }) => kind === "name")) return { why: "not one person", people: pair, count };
    if (pair) return { why: "two numbers", count };
  }
  if (new Set(chats.flatMap(({ files }) => [...files])).size === 1) return { why: "one file", areGroups };
  return { why: "unlike", areGroups, counts: chats.map(({ count }) => count) };
}

/** By which names a message's chat is known, each with whether it is a group's. */
function formsOfChat({ thread, from, to }: TimelineAct): ReadonlyMap<string, boolean> {
  const forms = new Map<string, boolean>();
  const isGroup = to.some(({ kind }) => kind === "group");
  if (thread !== undefined) forms.set(nameForm(thread), isGroup);
  for (const { kind, wrote } of isGroup ? to : [from, ...to]) if (kind !== "owner") forms.set(nameForm(wrote), kind === "group");
  return forms;
}
