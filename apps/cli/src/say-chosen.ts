import type { Chosen } from "@unmask/corridor";

/** What she is told of her choice before the pack is made: by number, and where a name that she leaves out still stands. */
export function sayChosen({ told, files, goes, naming }: Chosen): readonly string[] {
  const { file, person, time, act } = told.acts;
  const heldBack = files.filter(({ withheld }) => withheld).length;
  const copies = files.filter(({ copy }) => copy !== undefined && copy.leftOut.length > 0).length;
  return [
    `Left out: ${file + person + time + act} acts. ${goes.timeline.acts.length} acts go. Of ${copies} files a copy goes in which what is left out is written over; ${heldBack} files stay behind whole.`,
    ...(naming === 0
      ? []
      : [`${naming} acts that go have the name of somebody you left out in their words. Look at them: they go as they are.`]),
  ];
}
