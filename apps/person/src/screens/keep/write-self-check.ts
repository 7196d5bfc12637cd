import type { Walk } from "../../session.ts";

/** What she kept of the questions goes in with the rest, as a paper of its own; then the page lets go of it. */
export async function writeSelfCheck({ session, change, vault }: Pick<Walk, "session" | "change" | "vault">): Promise<void> {
  const { selfCheck } = session;
  if (selfCheck === undefined) return;
  const written = await vault.ask({ ask: "write paper", kind: "self-check", words: selfCheck });
  if (written.answer === "kept") change({ selfCheck: undefined });
}
