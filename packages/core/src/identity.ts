import { normalForm } from "./normal-form.ts";

/**
 * Who, as the source wrote it. A name in somebody's address book is not an identity in law; that is why `wrote` is kept and `normal` is only
 * for comparing.
 */
export const identityKinds = [
  /** A telephone number. */
  "phone",
  /** A mail address. */
  "email",
  /** An account name on a platform. */
  "handle",
  /** An account number that a platform gives. */
  "id",
  /** A display name or a contact's name; says nothing about who holds the account. */
  "name",
  /** A device. */
  "device",
  /** A group or a thread that stands for several people. */
  "group",
  /** The owner of the phone or account that the export came from: the source leaves her number out. */
  "owner",
  /** A caller who withheld the number, or nobody named. */
  "withheld",
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** One identity. `normal` compares: E.164 for numbers, lower case for addresses and handles, NFKC lower case for names. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly wrote: string;
  readonly normal: string;
  /** The name the source shows beside it (an address book's, a platform's display name). */
  readonly name?: string;
}

/** The owner of the export, where the source does not name her. */
export const owner: Identity = { kind: "owner", wrote: "", normal: "owner" };

/** Nobody is named: withheld, unknown or a payphone. */
export const withheld: Identity = { kind: "withheld", wrote: "", normal: "withheld" };

/** Identities that the person says are one. `label` is her word for them. */
export interface Persona {
  readonly label: string;
  /** Normal forms; see `normalName` for names. */
  readonly normals: ReadonlySet<string>;
  /** The normal forms that each of her spellings can have; absent where only normal forms are known. */
  readonly normalsByName?: ReadonlyMap<string, readonly string[]>;
}

/** The comparing form of a name or handle: NFKC, lower case, single blanks, invisible direction marks removed. */
export function normalName(text: string): string {
  return normalForm(text, "NFKC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
