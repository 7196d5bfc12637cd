/** What a person can do, by the code with which the machine refuses. */
const remedyByCode: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", sayDisk("the disk is full", "make room, or name a folder on another disk with --out, and try again")],
  ["EDQUOT", sayDisk("your share of this disk is used up", "make room, or name a folder on another disk with --out, and try again")],
  [
    "EFBIG",
    sayDisk("a file became larger than this disk or this account allows", "name a folder on another disk with --out and try again"),
  ],
  ["EROFS", sayDisk("this disk can only be read", "name a folder on another disk with --out and try again")],
  ["EIO", sayDisk("a disk gave an error while it was read or written", "copy your files to another disk and try again")],
  ["EMFILE", sayDisk("too many files are open on this machine", "close other programs and try again")],
  ["ENFILE", sayDisk("too many files are open on this machine", "close other programs and try again")],
  ["ENAMETOOLONG", sayDisk("the name of a file or folder is too long for this disk", "name a shorter path with --out and try again")],
  ["EACCES", "this machine refused access to a file. Check that you may read the input and write the output."],
  ["EPERM", "this machine refused access to a file. Check that you may read the input and write the output."],
]);

/** What is said of an error that no command expected. A system error names its code; any other is a mistake of ours, and its words could quote a message. */
export function unforeseen(error: unknown): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  const remedy = remedyByCode.get(code ?? "");
  if (remedy !== undefined) return remedy;
  return `something went wrong that we did not foresee (${code ?? (error instanceof Error ? error.name : "no name")}). Your files are unchanged. Please tell us what you did.`;
}

function sayDisk(what: string, todo: string): string {
  return `${what}. Nothing of yours was changed; ${todo}.`;
}
