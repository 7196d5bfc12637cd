/** What is under way on these screens, in the page's memory: gone with it. */
export interface Keeping {
  /** The passphrase that she chose, until it is made. */
  readonly passphrase?: string;
  /** New words, until she says that they are on paper. */
  readonly sheet?: Sheet;
}

/** What stands on a sheet. It is shown once. */
export interface Sheet {
  readonly whose: "hers" | "trusted";
  /** `K73F`. */
  readonly book: string;
  /** Twelve, in order. */
  readonly words: readonly string[];
  /** `AGE-SECRET-KEY-1…`. */
  readonly recoveryKey: string;
  /** They hold once they were typed back; until then the ones before do. */
  readonly isUnproved?: true;
}

/** `K73F` as it stands on paper. */
export function bookShown(book: string): string {
  return `${book.slice(0, 2)} ${book.slice(2)}`;
}

/** A key in groups of four, as it stands on paper; the beginning that all keys have stays whole. */
export function inGroups(key: string): readonly string[] {
  const [, beginning = "", rest = ""] = /^(AGE-SECRET-KEY-1.{0,4})?(.*)$/s.exec(key) ?? [];
  return [beginning, ...(rest.match(/.{1,4}/g) ?? [])].filter((group) => group !== "");
}
