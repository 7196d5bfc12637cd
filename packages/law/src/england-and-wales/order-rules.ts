import type { LawRow } from "@unmask/core";
import { ordersFact } from "./sources.ts";

/**
 * What the Stalking Protection Act 2019 says of an order besides who applies, the criteria and the notices: what it holds, how long it lives, how it is
 * changed, appealed and broken. The text is that of 7 February 2023; where only the section was noted and no subsection, the section stands alone.
 */
export const orderRules: readonly LawRow[] = [
  row("civil", "s1, s2", "It is an order of a civil kind: neither a charge nor a conviction is needed."),
  row(
    "applicants",
    "s14(1)",
    "Chief officers are the chief constable of a police area, the Commissioner of the Metropolis, that of the City of London, and the chief constables of the British Transport Police and the Ministry of Defence Police.",
  ),
  row(
    "territorial-link",
    "s1(3)",
    "The chief officer of a police area can apply only where the defendant lives in that area, or is believed to be in it or to intend to come to it.",
  ),
  row("contents/kinds", "s1(2)", "It can prohibit and it can require."),
  row(
    "contents/necessary",
    "s2(2)",
    "Each prohibition and each requirement stands only where the court is satisfied that it is necessary to protect from a risk associated with stalking.",
  ),
  row(
    "contents/belief-and-work",
    "s2(3)",
    "As far as practicable none conflicts with religious beliefs, or with the normal times of work or of education.",
  ),
  row("contents/everywhere", "s2(4)", "It has effect in all parts of the UK, unless it is expressly limited to a locality."),
  row(
    "contents/compatible",
    "s2(6), s2(7)",
    "Where the defendant is subject to such an order already, nothing new may be incompatible with the earlier one.",
  ),
  row("record/made", "s6", "An order, and an interim one, states the day on which it is made."),
  row("record/period", "s6", "It states whether it is for a fixed period, and for which."),
  row("record/conditions", "s6", "It states each prohibition and each requirement."),
  row("record/locality", "s6", "It states whether a condition is limited to a locality, and to which."),
  row("record/own-periods", "s6", "It states whether a condition has a fixed period of its own, and which."),
  row("period/kinds", "s3(1)", "It lasts for a fixed period, or until a further order."),
  row("period/least", "s3(2)", "A fixed period is at least 2 years, the day on which the order is made being the first."),
  row("period/by-condition", "s3(3)", "Different periods can be fixed for different conditions."),
  row(
    "change/who",
    "s4(1), s14",
    "The defendant or a relevant chief officer can apply to vary, renew or discharge it. Relevant are the chief officer of the area where the defendant lives, of an area where the defendant is believed to be or to intend to come to, and the one who applied.",
  ),
  row("change/heard", "s4(2)", "The court hears the defendant, and any relevant chief officer who wants to be heard."),
  row("change/necessary", "s4(4)(a)", "On renewal or variation a new condition stands only where it is necessary."),
  row(
    "change/discharge-asked-by-police",
    "s4(4)(b)",
    "Before 2 years have passed, the day on which the order is made being the first, it is discharged on the application of a chief officer only with the consent of that chief officer and of the defendant.",
  ),
  row(
    "change/discharge-asked-otherwise",
    "s4(4)(b)",
    "Before those 2 years have passed, it is discharged on another’s application only with the consent of the chief officer who applied for it and, where that is another, of the one of the area where the defendant lives.",
  ),
  row(
    "interim/when",
    "s5",
    "An interim order is possible only while the main application is not determined; the same chief officer applies for it, with the main application or later.",
  ),
  row("interim/test", "s5", "The court makes an interim order where it considers that appropriate."),
  row("interim/contents", "s5", "It can prohibit and require, by the same rule of belief and work, and in all parts of the UK."),
  row("interim/period", "s5", "An interim order is for a fixed period; the Act gives no least one."),
  row("interim/ends", "s5", "An interim order ceases when the main application is determined, whether it is granted or refused."),
  row("interim/change", "s5(7)", "The defendant or the chief officer who applied can apply to vary, renew or discharge an interim order."),
  row(
    "appeal/defendant",
    "s7",
    "The defendant can appeal to the Crown Court against the making of an order or an interim one, against a change made on the application of police, and against the refusal of a change asked for by the defendant.",
  ),
  row(
    "appeal/police",
    "s7",
    "A chief officer can appeal to the Crown Court against the refusal of an order, of an interim one, or of a change asked for by police; a relevant chief officer against a change made for the defendant.",
  ),
  row("appeal/result", "s7", "On appeal the Crown Court can make what orders are necessary, and what follows from such an order."),
  {
    ...row("breach/summary", "s8", "In a magistrates’ court breach carries up to the general limit there, a fine, or both."),
    inForceFrom: "2022-05-02",
    inForceSource: "the same text: what was done before carries 6 months there",
  },
  row("breach/no-conditional-discharge", "s8(4)", "For breach a conditional discharge is not open to the court."),
  row("breach/certified-copy", "s8(5)", "A copy of the order that the court’s designated officer certified can be used to prove it."),
  row("register/told", "s9(2)", "A notice tells the name, every other name used, and the home address."),
  row(
    "register/told-to",
    "s10(1), s10(2)",
    "Notice is given by word of mouth to an officer, or to somebody whom the officer in charge of the station authorised.",
  ),
  row(
    "register/identity",
    "s10(5), s10(6)",
    "On request the person who notifies must allow fingerprints, photographs of any part, or both to be taken, only to verify who it is.",
  ),
  row("register/false-notice", "s11", "To notify something that is known to be false is an offence too."),
  row("register/identity-refused", "s11", "To refuse fingerprints or photographs without reasonable excuse is an offence too."),
  row(
    "register/failing-maximum",
    "s11",
    "Each of these offences about notices carries what breach of the order does: in a magistrates’ court up to the general limit there, in the Crown Court up to 5 years, a fine, or both.",
  ),
  row("register/one-prosecution", "s11(3) to s11(5)", "A failure to notify goes on until it is made good; each can be prosecuted once."),
  row("register/prosecuted-where", "s11", "A failure to notify can be prosecuted wherever the defendant lives or is found."),
  row(
    "register/home-address",
    "s14",
    "A home address is the only or main residence in the UK; without one, the address or place where the person can regularly be found, and among several the one that the person chooses.",
  ),
  row(
    "register/no-home-here",
    "s10(1)-(2)",
    "Without a home address in England and Wales, notice is given at a police station in the area of the court that last made the order.",
  ),
  row(
    "register/local-area",
    "s14",
    "The local police area is that of the home address; without one, that of the home address last notified; without that, the one of the court that last made the order.",
  ),
  row(
    "register/nothing-more",
    "s9 to s11",
    "The sections on notices ask for no yearly confirmation, no bank or passport details, no travel abroad, no phone and no name used online: such a thing can only be a requirement of the order.",
  ),
  row("guidance", "s12", "The Secretary of State issues guidance to chief officers, can revise it, and publishes it."),
];

function row(id: string, section: string, says: string): LawRow {
  return { ...ordersFact(section, says), id: `order-rules/${id}`, jurisdiction: "EW", ruleVersion: "2026-11-28" };
}
