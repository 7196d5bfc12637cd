import { type Fields, flag, object, text } from "@unmask/core";
import { orNull } from "./or-null.ts";

/** Whom the court had, while another name or birth stands than it had. */
export interface AtCourt {
  readonly name: string;
  readonly born: string | null;
  /** Whether a second person agrees that it is the same person. */
  readonly isRead: boolean;
}

/** Reads it of a row, where it has one. */
export function atCourtOf({ may }: Pick<Fields, "may">): { readonly atCourt?: AtCourt } {
  return may(
    "atCourt",
    object((one) => ({ name: one.must("name", text), born: one.must("born", orNull(text)), isRead: one.must("isRead", flag) })),
  );
}
