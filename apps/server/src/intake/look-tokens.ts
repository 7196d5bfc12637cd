import { bytesToHex } from "@unmask/seal";
import { createExpiring } from "./expiring.ts";

/** So many pages a token opens: nobody guesses receipts by one proof of work, and she may look again without another. */
export const looksOfToken = 60;
/** A token lasts an hour, in milliseconds. */
const tokenLife = 3_600_000;
/** More tokens than these at once are a flood; the oldest go. */
const maxTokens = 100_000;

/** Tokens for looking into mailboxes. A limit hangs on a token and on nothing else: no flood of others can lock her out. In memory only. */
export interface LookTokens {
  /** Makes a token, 64 hexadecimal digits. */
  issue(): string;
  /** Takes one look off a token; false where it has none left or is not one. */
  spend(token: string): boolean;
}

/** An empty list of tokens. */
export function createLookTokens(random: (size: number) => Uint8Array, now: () => number): LookTokens {
  const tokens = createExpiring<{ left: number }>(tokenLife, maxTokens, now);
  return {
    issue() {
      const token = bytesToHex(random(32));
      tokens.set(token, { left: looksOfToken });
      return token;
    },
    spend(token) {
      const found = tokens.get(token);
      if (found === undefined || found.left === 0) return false;
      found.left -= 1;
      return true;
    },
  };
}
