/** Puts words where the person can paste them; false where the browser does not allow it. They go nowhere else. */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
