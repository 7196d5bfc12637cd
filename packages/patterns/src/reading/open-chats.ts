import { type OpenChats, type Statement, type Timeline, findOpenChats } from "@unmask/core";
import { sayCount, sayIdentity } from "@unmask/words";
import { memoize } from "./memoize.ts";

/** Chats that hold the same messages, of which she did not say whether they are one chat from two phones; those with most messages first. */
export const openChats: (timeline: Timeline, statement: Statement) => readonly OpenChats[] = memoize((timeline, statement) =>
  findOpenChats(timeline, statement),
);

/** "the chat with Tobias Fenn and the chat with Toby hold the same 28 messages", in the middle of a sentence. */
export function sayOpenChats({ people: [one, other], whose, count }: OpenChats): string {
  const [a, b] = [sayIdentity(one), sayIdentity(other)];
  const chats = whose === "hers" ? `a chat of ${a} and a chat of ${b}` : `the chat with ${a} and the chat with ${b}`;
  return `${chats} hold the same ${sayCount(count, "message")}`;
}
