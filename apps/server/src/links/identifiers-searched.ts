import { channels } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { type Identifier, type LinkedKind, identifierOf, nameOf } from "@unmask/link";

/** Letters of what is searched; a longer one is a text. */
export const longestSearch = 320;

/** What somebody typed, as it can be looked up: each form that it can have, and never a part of one. */
export interface Searched {
  /** `R-2100`, `0412`: by its own number. */
  readonly report?: string;
  readonly case?: string;
  readonly identifiers: readonly Identifier[];
}

/** Reads what was typed. A number is read as dialled in this country; a name of an account is looked for on every platform. */
export function readSearch(typed: string, country: string): Searched {
  const text = typed.trim();
  const report = /^R-?(\d{1,9})$/i.exec(text)?.[1];
  if (report !== undefined) return { report: `R-${report}`, identifiers: [] };
  const forms = [...personaOf("searched", [text], { country }).normals];
  const all = forms.flatMap((normal) => identifiersOfForm(normal));
  const ref = /^\d{4,9}$/.test(text) ? { case: text } : {};
  return { ...ref, identifiers: [...new Map(all.map((one) => [nameOf(one), one])).values()] };
}

function identifiersOfForm(normal: string): readonly Identifier[] {
  if (/^\+\d{6,15}$/.test(normal)) return of("phone", normal, "phone");
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(normal)) return of("email", normal, "email");
  const handle = normal.startsWith("@") ? normal : `@${normal.toLowerCase()}`;
  const accounts = channels.flatMap((channel) => [...of("handle", handle, channel), ...of("id", normal, channel)]);
  return [...accounts, ...of("device", normal, "other")];
}

function of(kind: LinkedKind, normal: string, channel: (typeof channels)[number]): readonly Identifier[] {
  const found = identifierOf({ kind, wrote: normal, normal }, channel);
  return found === undefined ? [] : [found];
}
