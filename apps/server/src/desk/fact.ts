/** One row of what is known. */
export interface Fact {
  readonly label: string;
  /** What must be seen first. */
  readonly strong?: string;
  readonly says?: string;
  /** What belongs to it, one a line. */
  readonly lines?: readonly FactLine[];
  /** Mind this. */
  readonly isMind?: boolean;
  /** Nobody said it: dashed, and no "no". */
  readonly isOpen?: boolean;
}

/** One line of a row. */
export interface FactLine {
  readonly label?: string;
  readonly says: string;
  /** Mind this. */
  readonly isMind?: boolean;
  /** It holds no more, and is kept. */
  readonly isStruck?: boolean;
}
