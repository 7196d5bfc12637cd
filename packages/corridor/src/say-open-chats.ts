import type { OpenChats } from "@unmask/core";
import { sayCount, sayIdentity } from "@unmask/words";

/** "The chat with Tobias Fenn and the chat with Toby hold the same 28 messages": the beginning of a question to her, and of a line of the paper. */
export function sayOpenChats({ people: [one, other], whose, count }: OpenChats): string {
  const [a, b] = [sayIdentity(one), sayIdentity(other)];
  const chats = whose === "hers" ? `A chat of ${a} and a chat of ${b}` : `The chat with ${a} and the chat with ${b}`;
  return `${chats} hold the same ${sayCount(count, "message")}`;
}
