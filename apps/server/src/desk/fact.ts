/** One row of what is known. */
export interface Fact {
  readonly label: string;
  /** What must be seen first. */
  readonly strong?: string;
  readonly says?: string;
  /** Mind this. */
  readonly isMind?: boolean;
  /** Nobody said it: dashed, and no "no". */
  readonly isOpen?: boolean;
}
