import type { Act, Identity } from "@unmask/core";
import { sayFrom, sayIdentity } from "@unmask/words";

/** An identity on paper, which others read: the owner of an export, where the file leaves her out, is not "you". */
export function sayIdentityInPrint(identity: Identity): string {
  return identity.kind === "owner" ? "owner of the export" : sayIdentity(identity);
}

/** By whom an act was done, on paper: "withheld number" of a call, "nobody named" where there was no number. */
export function sayFromInPrint(act: Act): string {
  return act.from.kind === "withheld" ? sayFrom(act) : sayIdentityInPrint(act.from);
}
