import { type ReadValue, fault, object, text } from "@unmask/core";
import { orNull } from "./or-null.ts";

/** What stands at the door beside the passkey. */
export interface SignInWays {
  /** What the force calls its own sign-in; null where it has none. */
  readonly provider: string | null;
}

/** Reads the answer of `POST /desk/sign-in/ways`. */
export const signInWays: ReadValue<SignInWays> = object(({ must }) => ({ provider: must("provider", orNull(text)) }));

/** Reads where the officer is sent: an address of the web and of nothing else, which a browser would run. */
export const providerAddress: ReadValue<string> = object(({ must }) => must("address", webAddress));

/** Reads where the officer was before: an address of this desk, as text. */
export const placeBefore: ReadValue<string> = object(({ must }) => must("place", text));

function webAddress(value: unknown, path: string): string {
  const written = text(value, path);
  const url = URL.canParse(written) ? new URL(written) : fault(path, "is no address");
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : fault(path, "is no address of the web");
}
