import type { ProtectiveOrder } from "@unmask/core";
import { ordersFact } from "./sources.ts";

/** Orders as their criteria. Nothing here decides that one should be asked for. */
export const orders: readonly ProtectiveOrder[] = [
  {
    id: "stalking-protection-order",
    name: "Stalking protection order",
    applicant: ordersFact("s1(1), s14(1)", "Only a chief officer of police can apply, never the person to be protected."),
    court: ordersFact("s14(1)", "A magistrates’ court; the youth court where the one it is asked against is under 18."),
    criteria: [
      {
        ...ordersFact("s1(1)(a)", "It appears to the chief officer that the defendant has carried out acts associated with stalking."),
        slots: ["acts-by-example"],
      },
      {
        ...ordersFact(
          "s1(1)(b)",
          "It appears to the chief officer that the defendant poses a risk associated with stalking to another person.",
        ),
        slots: ["days-of-fear", "changes", "acts-after-stop"],
      },
      {
        ...ordersFact(
          "s1(1)(c)",
          "There is “reasonable cause to believe” that the order is necessary to protect another person from that risk.",
        ),
        slots: ["last-act"],
      },
    ],
    courtTest: ordersFact("s2(1)", "Of the same three the court must be “satisfied”, and the order must be “necessary”."),
    rules: [
      ordersFact("s1(1)", "The person to be protected need not be the one whom the acts were aimed at."),
      ordersFact("s1(4)(a)", "The risk can be of physical or of psychological harm."),
      ordersFact(
        "s1(4)(b)",
        "It can come from acts known to be unwelcome, even if “in other circumstances, the acts would appear harmless in themselves”.",
      ),
      ordersFact("s1(5), s2(5)", "Where and when the acts were done does not matter: in the UK or abroad, before or after the Act began."),
      ordersFact("s1(6)", "Examples of such acts are those of the Protection from Harassment Act 1997 s2A(3)."),
      ordersFact("s14", "Acts include omissions."),
      ordersFact("s15(1)", "The Act extends to England and Wales only."),
    ],
    timeLimit: ordersFact(
      "s13",
      "It is asked for by complaint. The six months of the Magistrates’ Courts Act 1980 s127 do not apply, so old acts may be relied on.",
    ),
  },
];
