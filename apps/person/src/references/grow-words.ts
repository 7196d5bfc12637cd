/** Words in the order of the alphabet from what each shares with the one before: a capital for how many letters (A: none), then the others. */
export function growWords(packed: string): readonly string[] {
  let last = "";
  return packed.split(/(?=[A-Z])/).map((piece) => (last = last.slice(0, piece.charCodeAt(0) - 65) + piece.slice(1)));
}
