import { type Processing, operationIds, operations } from "@unmask/case";

/** Words for entries of the log, which hold closed lists and no sentences. */

const processingWords: Readonly<Record<Processing, string>> = {
  collect: "taken in",
  alter: "written",
  consult: "looked",
  disclose: "handed out",
  combine: "compared",
  erase: "erased",
};

/** What the desk does by itself, of which no officer has an operation. */
const byItself: ReadonlyMap<string, string> = new Map([
  ["receive", "take in what came"],
  ["erase-reason", "erase the words of a reason"],
  ["accept-copy", "go on from an older copy"],
]);

/** Which of the six kinds of processing it was: "looked". */
export function sayProcessing(op: Processing): string {
  return processingWords[op];
}

/** What for, as a refusal says it: "open a report". What an earlier edition wrote stands as it is. */
export function sayOperation(what: string): string {
  const operation = operationIds.find((id) => id === what);
  return operation === undefined ? (byItself.get(what) ?? what) : operations[operation].says;
}
