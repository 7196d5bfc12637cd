/** The tables of the intake as its statements see them (migrations/intake). */
export interface IntakeTables {
  readonly intake_counter: { readonly name: string; readonly next: number };
  readonly intake_letter: {
    readonly id: string;
    readonly number: number;
    readonly file: string;
    readonly sha256: string;
    readonly size: number;
    readonly week: string;
    readonly kept_until: string | null;
  };
  readonly intake_upload: {
    readonly token_hash: string;
    readonly letter: string;
    readonly week: string;
    readonly bucket: number;
    readonly id: string | null;
    readonly unfinished_until: string | null;
    readonly number: number | null;
    readonly sha256: string | null;
    readonly kept_until: string | null;
  };
  readonly intake_reply: {
    readonly id: string;
    readonly number: number;
    readonly lookup: string;
    readonly envelope: Uint8Array;
    readonly kept_until: string | null;
  };
}
