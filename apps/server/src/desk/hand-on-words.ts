/** English for a report that goes to another force: what the person reads, and what an officer sees of where it is. */

/** What the words rest on. */
export interface HandingOnWords {
  readonly report: string;
  readonly from: string;
  readonly to: string;
  /** Packs that go, and packs that came and cannot. */
  readonly packs: number;
  readonly packsLeft: number;
  /** Danger stands: the other force is telephoned as well. */
  readonly isDanger: boolean;
}

/** What she reads in her mailbox, word for word. */
export function wordsToHer({ report, from, to, packs, packsLeft, isDanger }: HandingOnWords): string {
  const files = (many: number): string => (many === 1 ? "1 file" : `${many} files`);
  const sentences = [
    `Your report ${report} is being handed on to ${to}, because it belongs there: your letter as you wrote it${packs === 0 ? "" : ` and ${files(packs)} that you sent`}.`,
    ...(packsLeft === 0
      ? []
      : [`${files(packsLeft)} could not be opened here and stay with ${from}; ${to} may ask you for ${packsLeft === 1 ? "it" : "them"}.`]),
    ...(isDanger ? [`They were telephoned as well.`] : []),
    `As soon as they have it, which you read here, they decide what happens, and may reach you in the safe way that you gave.`,
    `What they write to you comes into this mailbox, by way of ${from}, who can read it. What you write here goes on to them.`,
    `If you are in danger now, ring 999.`,
  ];
  return sentences.join(" ");
}
