import type { NoLetter, NotTaken } from "@unmask/corridor";

/**
 * Why nothing came back, as far as this device knows. A browser that says it has no network has none; one that says it has may have a
 * network that leads nowhere, so that of a silence it cannot tell whose it is.
 */
export function sayNoAnswer(isConnected: boolean): string {
  return isConnected
    ? "No answer came. It can be your network or theirs: this page cannot tell which. Try again later."
    : "This phone has no network now, so nobody was asked. Look for the network, then try again.";
}

/** Why a letter is not known to be there. One that left is sent again as it was. */
export function sayNotTaken({ mayBeThere }: NotTaken, isConnected: boolean): string {
  if (!mayBeThere) return sayNoAnswer(isConnected);
  const again = isConnected ? "Send it again" : "This phone has no network now. When it has one, send it again";
  return `No answer came whether your letter was taken. ${again}: it is the same letter, and they have it once.`;
}

/** Why there is no letter to send. */
export function sayNoLetter({ kind }: NoLetter): string {
  return kind === "letter" ? "It is too long: shorten it." : "They take nothing this week. Ring 101.";
}
