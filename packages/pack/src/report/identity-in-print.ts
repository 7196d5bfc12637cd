import type { Act, Identity } from "@unmask/core";
import { sayFrom, sayIdentity } from "@unmask/words";
import { nameInPrint } from "./words.ts";

/** An identity on paper, which others read: the owner of an export, where the file leaves her out, is not "you". */
export function sayIdentityInPrint(identity: Identity): string {
  if (identity.kind === "owner") return "owner of the export";
  const { wrote, name } = identity;
  return sayIdentity({ ...identity, wrote: nameInPrint(wrote), ...(name === undefined ? {} : { name: nameInPrint(name) }) });
}

/** By whom an act was done, on paper: "withheld number" of a call, "nobody named" where there was no number. */
export function sayFromInPrint(act: Act): string {
  return act.from.kind === "withheld" ? sayFrom(act) : sayIdentityInPrint(act.from);
}
