import type { Chosen, NamedAct } from "@unmask/corridor";
import { oneLine } from "./one-line.ts";

/** What she is told of her choice before the pack is made: by number, and where a name that she leaves out or covers still stands. */
export function sayChosen({
  told,
  files,
  goes,
  naming,
  passedOn,
  namedOutside,
  namedInTheirs,
  nearlyNaming,
  nearlyNamed,
  heldTwice,
  unseen,
  membersNaming,
}: Chosen): readonly string[] {
  const { acts, redacted } = told;
  const leftOut = acts.file + acts.person + acts.time + acts.act;
  const heldBack = files.filter(({ withheld }) => withheld).length;
  const copies = files.filter(({ copy }) => copy !== undefined && copy.leftOut.length > 0).length;
  return [
    ...(leftOut > 0 || redacted === undefined
      ? [
          `Left out: ${leftOut} acts. ${goes.timeline.acts.length} acts go. Of ${copies} files a copy goes in which what is left out is written over; ${heldBack} files stay behind whole.`,
        ]
      : []),
    ...(heldTwice === 0
      ? []
      : [
          `${heldTwice} acts of the files that you left out go, because another file holds them too. Leave them out by time, person or act as well, or that file too.`,
        ]),
    ...(naming.length === 0
      ? []
      : [
          `${naming.length === 1 ? "1 act that goes has" : `${naming.length} acts that go have`} the name of somebody you left out in the words or beside them (a forward, a link, a column), in ${listed(filesOf(naming))}. They go as they are: look at them. Cover the name with --redact NAME, or leave them out with ${options(naming)}.`,
        ]),
    ...(passedOn.length === 0
      ? []
      : [
          `${passedOn.length === 1 ? "1 act that goes passes" : `${passedOn.length} acts that go pass`} on words of somebody you left out, in ${listed(filesOf(passedOn))}. The name beside them is written over; the words stay. Look at them, or leave them out with ${options(passedOn)}.`,
        ]),
    ...(namedOutside.length === 0
      ? []
      : [
          `The name of somebody you left out stands outside of every act in ${listed(namedOutside)}. --redact NAME covers it, or hold it back whole with --leave-out.`,
        ]),
    ...(namedInTheirs.length === 0
      ? []
      : [
          `The name of somebody you left out stands in a name of those whom the report is about, as it is shown in ${listed(namedInTheirs)}: there it stays. If that tells of the person you left out, hold it back whole with --leave-out.`,
        ]),
    ...(unseen.length === 0 ? [] : [`Not looked through for names, and they go as they are: ${listed(unseen)}.`]),
    ...(membersNaming.length === 0
      ? []
      : [
          `In an archive, with a name that you leave out or cover in them or in their own name, and not read here: ${listed(membersNaming)}. They stay behind, and the report counts them. If one is evidence, look at it and hand it over by itself, without the name.`,
        ]),
    ...(redacted === undefined
      ? []
      : [
          `Names covered: ${redacted.names}, in ${redacted.acts} acts that go. Only the spellings that you named and that the files show beside them: name a short form too, like --redact Kim. Pictures, recordings and documents go as they are.`,
        ]),
    ...(nearlyNamed.length === 0
      ? []
      : [
          `A name that you leave out or cover stands ${nearly}, in the name of ${listed(nearlyNamed)}: there it stays. Give it another name if it is that person’s.`,
        ]),
    ...(nearlyNaming.length === 0
      ? []
      : [
          `${nearlyNaming.length === 1 ? "1 act that goes has" : `${nearlyNaming.length} acts that go have`} such a name ${nearly}, in ${listed(filesOf(nearlyNaming))}. Look at them: there it stays. Cover that form too with --redact, or leave them out with ${options(nearlyNaming)}.`,
        ]),
  ];
}

/** How a name can stand that is not covered. */
const nearly = "inside a longer word, with words or signs inside it, or in letters that look like its own";

function filesOf(acts: readonly NamedAct[]): readonly string[] {
  return [...new Set(acts.map(({ file }) => file))];
}

/** What leaves the acts out, as it can be typed. */
function options(acts: readonly NamedAct[]): string {
  const told = acts.slice(0, mostListed).map(({ id }) => `--leave-out ${id}`);
  return told.join(" ") + (acts.length > mostListed ? " and so on (unmask read gives the ids)" : "");
}

/** Names and acts that are told at once. */
const mostListed = 10;

function listed(names: readonly string[]): string {
  const more = names.length - mostListed;
  return `${names.length === 1 ? "1 file" : `${names.length} files`} (${names.slice(0, mostListed).map(oneLine).join("; ")}${more > 0 ? `; and ${more} more` : ""})`;
}
