import { type BodyOf, type Intent, prompts } from "@unmask/case";
import type { InventedOfficer } from "./officers.ts";

/** The invented cases of a demonstration from which no order came: one that two people closed, and one in which somebody would have an order where the law has none. */

/** Who told it on the telephone, what, and how many days before today. */
export interface ToldCase {
  readonly name: string;
  readonly daysAgo: number;
  readonly says: string;
  /** Whoever comes in by the link that the demonstration prints is on it; the others show what a case is that one is not on. */
  readonly isOpenToVisitor?: true;
  /** What came of asking, while they were told of, whether a service may support them; absent: nobody asked. */
  readonly support?: BodyOf<"referral-made">;
}

/** They agreed, and a service that is invented has them. */
export const withService: BodyOf<"referral-made"> = {
  outcome: "referred",
  to: "Example Victim Support",
  says: "Agreed on the telephone, and the number was given.",
};

/** They were asked and did not want it. */
export const withoutService: BodyOf<"referral-made"> = { outcome: "not-wanted", says: "Has people to talk to. May ask later." };

/** One step of a case. */
interface CaseStep {
  readonly by: InventedOfficer;
  readonly daysAgo: number;
  readonly intent: Intent;
}

/** Told, looked into, and closed as not proved. */
export const closedCase: ToldCase = {
  name: "Petra Lindqvist",
  daysAgo: 96,
  says: "Letters through my door, not signed. I never saw who brings them.",
  isOpenToVisitor: true,
};

/** Its steps after it was opened, each the desk's own command. `rule` is the name of the force's rule of risk. */
export function stepsToClosing(rule: string): readonly CaseStep[] {
  return [
    step("writer", 95, {
      kind: "offence-recorded",
      body: { principal: { offence: "s4a", says: "Stalking" }, included: [], joined: [], limbs: { fear: "fits", alarm: "not-known" } },
    }),
    step("writer", 90, { kind: "enquiry-opened", body: { enquiry: "E-1", says: "The camera at the street door" } }),
    step("writer", 82, {
      kind: "enquiry-answered",
      body: { enquiry: "E-1", ground: { says: "It was out of order since July.", knowing: "record" } },
    }),
    step("writer", 70, {
      kind: "order-considered",
      body: { answer: "not-pursued", reason: "Nobody is known against whom it could be asked for." },
    }),
    step("second", 69, { kind: "decision-read", body: { decision: 5, agrees: true } }),
    step("writer", 62, {
      kind: "risk-answered",
      body: { rule, prompts: prompts.map(({ id }) => ({ prompt: id, answer: "no" as const })) },
    }),
    step("writer", 61, {
      kind: "contact-attempted",
      body: { channel: "call", outcome: "reached", says: "She was told that it closes, and why." },
    }),
    step("writer", 61, {
      kind: "closing-proposed",
      body: {
        choice: "not-proved",
        reason: "Nobody could be found who brought the letters; none came since August.",
        rests: [{ says: "The camera was out of order.", knowing: "record" }],
        against: [{ says: "The hand on all of them is the same.", knowing: "worked-out" }],
        despite: [{ open: "duties", reason: "She was told on the telephone, and asked for nothing in writing." }],
      },
    }),
    step("second", 60, { kind: "case-closed", body: { proposal: 9 } }),
  ];
}

/** An order against somebody whose home is in Scotland: nothing begins, and what there is in its place is shown. */
export const notBegunCase: ToldCase & { readonly subject: string; readonly asked: number } = {
  name: "Isla Munro",
  daysAgo: 7,
  says: "He moved to Dundee, and waits outside my work at every month’s end.",
  support: withService,
  subject: "Rory Tait",
  asked: 6,
};

function step(by: InventedOfficer, daysAgo: number, intent: Intent): CaseStep {
  return { by, daysAgo, intent };
}
