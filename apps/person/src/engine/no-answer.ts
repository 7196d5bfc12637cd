/**
 * Why nothing came back, as far as this device knows. A browser that says it has no network has none; one that says it has may have a
 * network that leads nowhere, so that of a silence it cannot tell whose it is.
 */
export function sayNoAnswer(isConnected: boolean): string {
  return isConnected
    ? "No answer came. It can be your network or theirs: this page cannot tell which. Try again later."
    : "This phone has no network now, so nobody was asked. Look for the network, then try again.";
}
