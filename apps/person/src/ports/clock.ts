/** The clock of the device, as the notes page reads it. Milliseconds since 1970. */

/** What it says now. */
export function readMs(): number {
  return Date.now();
}

/** A moment that the worker wrote, `2026-10-04T21:14:05.123Z`. */
export function msOf(moment: string): number {
  return Date.parse(moment);
}

/** A moment as the worker reads it. */
export function momentOf(ms: number): string {
  return new Date(ms).toISOString();
}
