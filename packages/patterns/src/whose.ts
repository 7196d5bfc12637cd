import { type Identity, type Statement, isOf } from "@unmask/core";

/** By whom an act was done, as far as the person's own statement says. */
export type Whose = "hers" | "theirs" | "other";

/**
 * Says of an identity whose it is. The owner of an export is always her. An identity that she named as hers and as theirs is neither: the
 * files cannot say which of the two acted.
 *
 * [Note: Remembered answers] A name is normalised each time it is compared, which costs more than counting it; a case has few identities
 * and many acts, so the answer is kept by all that `isOf` looks at: normal form, name, and what the source wrote.
 */
export function createWhose({ me, them }: Pick<Statement, "me" | "them">): (identity: Identity) => Whose {
  const answersByIdentity = new Map<string, Whose>();
  let lastAsked: Identity | undefined;
  let lastAnswer: Whose = "other";
  return (identity) => {
    if (identity === lastAsked) return lastAnswer;
    lastAsked = identity;
    lastAnswer = identity.kind === "owner" ? "hers" : answerOf(identity);
    return lastAnswer;
  };

  function answerOf(identity: Identity): Whose {
    const key = `${identity.normal}\u0000${identity.wrote}\u0000${identity.name ?? ""}`;
    let answer = answersByIdentity.get(key);
    if (answer === undefined) {
      const hers = isOf(me, identity);
      const theirs = isOf(them, identity);
      answer = hers === theirs ? "other" : hers ? "hers" : "theirs";
      answersByIdentity.set(key, answer);
    }
    return answer;
  }
}
