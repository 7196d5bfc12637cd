/** What a proof of work is for: one that was made for the one is refused for the other. */
export type WorkPurpose = "letter" | "look";

/** Iterations of one try (PBKDF2 with SHA-256): some 0.15 ms, so that making a challenge and checking a proof cost this server no more. */
export const iterationsOfTry = 500;
/** The expected work of the floor, in iterations: some 30 ms. The first set of a force says it; the force may say another. */
export const floorOfWork = 100_000;
/** The expected work at the top: some 0.6 s, and never above 3 s, on a busy machine of two slow cores. A flood costs more than a letter, she does not wait longer. */
const topOfWork = 2_000_000;

/**
 * The expected work of one letter, in iterations: the floor up to `from` letters that wait for the inside, and from there in proportion to
 * how many wait, so that each doubling of the letters doubles the work, up to the top.
 */
export function expectedWork(floor: number, waiting: number, from: number): number {
  return Math.min(Math.max(topOfWork, floor), Math.round(floor * Math.max(1, waiting / from)));
}

/** A challenge as it goes out. */
export interface WorkAsked {
  /** As altcha-lib writes it. */
  readonly challenge: object;
  /** The expected work, in iterations. */
  readonly cost: number;
}

/** Asks for work and takes the proof of it, once. */
export interface WorkDesk {
  ask(purpose: WorkPurpose): Promise<WorkAsked>;
  /** Whether a proof is good: whole, in time, for this purpose, and shown for the first time since this process began. */
  accept(purpose: WorkPurpose, proof: string): boolean;
}
