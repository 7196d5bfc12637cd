/**
 * A text as one line of a terminal. Names of files and people come from whoever made them: marks in one that move the cursor, write over what
 * stands above or turn the line round would show a verdict, or a command, that nobody gave.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
