import type { Answer } from "../desk/answer.ts";
import type { PasskeyFault } from "../ports/passkeys.ts";

/** Why no passkey came from the browser, and what to do. */
export function sayClosed(fault: PasskeyFault): string {
  switch (fault) {
    case "closed":
      return "The browser’s window was closed, or it waited too long. Nothing was used up: try again.";
    case "exists":
      return "This key is already yours at this desk: sign in with it.";
    case "not-here":
      return "This browser gives no passkey to this page. Use the one on your phone or a security key, in a browser that knows passkeys, at the address that your administrator gave you.";
  }
}

/** Why the force's own sign-in let nobody in. Which of the causes it was is told to nobody. */
export function sayNoProvider(answer: Answer<unknown>): string {
  if (answer.came === "refused") return answer.refusal.says;
  return answer.came === "no-connection"
    ? "No connection to the desk’s server. Nothing was tried; try again."
    : "Your force’s sign-in opened nothing here. Try again, or use your passkey.";
}
