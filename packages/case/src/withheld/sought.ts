/** How one withheld thing is looked for in a text that is made ready. */
export interface Sought {
  /** What is it, in some spelling: it is covered. */
  readonly whole: readonly SoughtForm[];
  /** What reads like it: a person looks. */
  readonly close: readonly SoughtForm[];
  /** The same, asked of the text. */
  readonly readsLike?: (text: TextRead) => boolean;
}

/** One form of it. */
export interface SoughtForm {
  /** An expression over the folded text. */
  readonly form: string;
  /** Letters and digits of which one run has to stand in the text, whatever signs are between them: most texts hold none, and are soon passed. */
  readonly needs: readonly string[];
}

/** A text, made ready once for everything that is looked for in it. */
export interface TextRead {
  /** As `foldText` has it. */
  readonly folded: string;
  /** Its letters and digits alone. */
  readonly bare: string;
  /** Its digits in one go, as far as few words part them. */
  digitRuns(): readonly string[];
}
