import type { OpenChats, StatedTwins } from "@unmask/core";
import { sayOpenChats as sayOpenChatsWithin } from "@unmask/patterns";
import { sayCount, sayIdentity, sayNumber } from "@unmask/words";

/** "The chat with Tobias Fenn and the chat with Toby hold the same 28 messages": the beginning of a question to her, and of a line of the paper. */
export function sayOpenChats(open: OpenChats): string {
  const says = sayOpenChatsWithin(open);
  return says.slice(0, 1).toUpperCase() + says.slice(1);
}

/** "5 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted once; if both names wrote at once, there are 5 more." */
export function sayStatedTwins({ people: [one, other], count, areOne }: StatedTwins): string {
  const stand = count === 1 ? "stands" : "stand";
  const [are, more] = [count === 1 ? "is" : "are", `${sayNumber(count)} more`];
  const held = `${sayCount(count, "message")} ${stand} in two chats under two names (${sayIdentity(one)}, ${sayIdentity(other)})`;
  return areOne
    ? `${held} and ${are} counted once; if both names wrote at once, there ${are} ${more}.`
    : `${held} and ${are} counted for each, because one of the chats holds what the other lacks while both go on; if it is one chat from two phones, there ${are} ${sayNumber(count)} fewer.`;
}
