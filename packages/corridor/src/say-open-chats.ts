import type { OpenChats, StatedTwins, ToldGroups } from "@unmask/core";
import { sayOpenChats as sayOpenChatsWithin } from "@unmask/patterns";
import { sayCount, sayIdentity, sayNumber } from "@unmask/words";

/** "The chat with Tobias Fenn and the chat with Toby hold the same 28 messages": the beginning of a question to her, and of a line of the paper. */
export function sayOpenChats(open: OpenChats): string {
  const says = sayOpenChatsWithin(open);
  return says.slice(0, 1).toUpperCase() + says.slice(1);
}

/** "5 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted once; if both names wrote at once, there are 5 more." */
export function sayStatedTwins({ people: [one, other], count, areOne, isSaid }: StatedTwins): string {
  const stand = count === 1 ? "stands" : "stand";
  const [are, more] = [count === 1 ? "is" : "are", `${sayNumber(count)} more`];
  const held = `${sayCount(count, "message")} ${stand} in two chats under two names (${sayIdentity(one)}, ${sayIdentity(other)})`;
  const why = isSaid ? "it is stated that these are two" : "one of the chats holds what the other lacks while both go on";
  return areOne
    ? `${held} and ${are} counted once; if both names wrote at once, there ${are} ${more}.`
    : `${held} and ${are} counted for each, because ${why}; if it is one chat from two phones, there are ${sayNumber(count)} fewer.`;
}

/** "The group Choir and the group Choir 2026 hold the same 10 messages": the beginning of a question to her, and of a line of the paper. */
export function saySameGroups({ names: [one, other], count }: ToldGroups): string {
  return `The group ${sayIdentity(one)} and the group ${sayIdentity(other)} hold the same ${sayCount(count, "message")}`;
}

/** What of it is counted once, or for each, and why; and how many acts there are more or fewer if that is wrong. */
export function sayToldGroups(told: ToldGroups): string {
  const [is, number] = [told.count === 1 ? "is" : "are", sayNumber(told.count)];
  const held = saySameGroups(told);
  switch (told.are) {
    case "one":
      return `${held}, by the same people, and ${sayLack(told)}. They are taken for one group under two names, and each of these counts once. If they are two groups, there ${is} ${number} more.`;
    case "stated":
      return `${held}. They are one as stated, and each of these counts once. If they are two groups, there ${is} ${number} more.`;
    case "two":
      return `${held}. They are two as stated, and each of these counts in both. If it is one group, there ${is} ${number} fewer.`;
    case "open":
      return `${held}, and too few people wrote them to show whether that is one group under two names. It is not stated, and each of these counts in both. If it is one group, there ${is} ${number} fewer.`;
    case "contrary":
      return `${held}, and one of them holds what the other lacks while both go on, as two groups do. That they are one is not stated, and each of these counts in both. If it is one group, there ${is} ${number} fewer.`;
  }
}

/** What only one of two holds that are taken for one: nothing, or little enough to have been deleted. */
function sayLack({ lackCount }: ToldGroups): string {
  if (lackCount === 0) return "neither holds what the other lacks while both go on";
  return `while both go on only ${sayCount(lackCount, "message")} ${lackCount === 1 ? "stands" : "stand"} in one of them alone, as after something was deleted`;
}
