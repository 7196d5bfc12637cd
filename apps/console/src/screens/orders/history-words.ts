import { type OrderEvent, type OrderEventKind, asksInTheWay, didInWords } from "@unmask/case";
import { type Instant, dayIn } from "@unmask/core";
import { nameInLine, quoted, sayCount } from "@unmask/words";
import { sayCivilDay, sayDaysIn, sayTrigger } from "../../parts/civil-day.ts";
import { zone } from "../../parts/say-when.ts";
import { sayDuty } from "../when-due-words.ts";
import { consentOf, pairsSettled, toldBy } from "./order-words.ts";

/** Entries of an order as people tell them: what was done or said, with its day, and below it the words that were written. */

/** One entry. */
interface EntryTold {
  /** "Served on Sat 31 Oct 2026 at 18:20 by PC 2207 Osei, at 12 Tanner Row". */
  readonly says: string;
  /** What was written with it, a line each. */
  readonly more: readonly string[];
}

/** What an entry names by an id, for whoever reads it. */
interface NamedInEntries {
  readonly person: (id: string) => string;
  readonly breach: (id: string) => string;
  readonly change: (id: string) => string;
}

/** What the entries of one order name by ids: a protected person by the name, a possible breach and a change by its day. */
export function namedIn(events: readonly OrderEvent[]): NamedInEntries {
  const [people, breaches, changes] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const event of events) {
    if (event.kind === "protected-named") people.set(event.body.person, nameInLine(event.body.name));
    if (event.kind === "breach-opened") breaches.set(event.body.breach, `the possible breach of ${on(event.body.day)}`);
    if (event.kind === "change-asked") changes.set(event.body.change, `the ${whatIsAsked[event.body.what]} asked on ${on(event.body.day)}`);
  }
  return {
    person: (id) => people.get(id) ?? "somebody who is not named here",
    breach: (id) => breaches.get(id) ?? "a possible breach",
    change: (id) => changes.get(id) ?? "a change",
  };
}

/** An entry in words. */
export function sayEntry(event: OrderEvent, named: NamedInEntries): EntryTold {
  return told(event, named);
}

/** The day on the wall. */
export function londonDayOf(instant: Instant): number {
  return dayIn(zone, instant);
}

type BodyOf<K extends OrderEventKind> = Extract<OrderEvent, { readonly kind: K }>["body"];
type Tell<K extends OrderEventKind> = (body: BodyOf<K>, named: NamedInEntries) => readonly [says: string, ...more: (string | false)[]];

function told<K extends OrderEventKind>({ kind, body }: { readonly kind: K; readonly body: BodyOf<K> }, named: NamedInEntries): EntryTold {
  const [says, ...more] = tellers[kind](body, named);
  return { says, more: more.filter((one) => one !== false) };
}

const on = (day: string): string => sayCivilDay(day);
const within = (words: string | undefined): string | false => words !== undefined && words !== "" && quoted(words);
const after = (name: string, words: string | undefined): string | false => {
  const said = within(words);
  return said !== false && `${name}: ${said}`;
};
const one = nameInLine;
const grounds = ({ says, knowing }: { readonly says: string; readonly knowing: keyof typeof knownBy }): string =>
  `${knownBy[knowing]}: ${quoted(says)}`;
/** "to Sun 31 Jan 2027". */
const until = (last: string | null | undefined): string =>
  last === undefined ? "" : last === null ? ", until further order" : `, to ${on(last)}`;
const orderIn = { interim: "the interim order", full: "the full order" } as const;
const atHour = (hour: string | undefined): string => (hour === undefined ? "" : ` at ${hour}`);
const place = (name: string): string => `, ${one(name)}`;
/** A trigger that an old entry names by its number stands as that. */
const duty = (rule: string, trigger: string): string => `${sayDuty({ rule }).toLowerCase()}, ${sayTrigger(trigger)}`;

const knownBy = { record: "By a record", account: "By an account", "worked-out": "Worked out" } as const;
const answered = { yes: "yes", no: "no", "not-known": "not known", "not-asked": "not asked" } as const;
const whatIsAsked = { vary: "variation", renew: "renewal", discharge: "discharge" } as const;
const askedBy = { us: "we", subject: "the person whom it binds", "other-force": "another force" } as const;
const routes = {
  "s1-application": "an application of the chief officer",
  "on-conviction": "an order on conviction",
  "on-acquittal": "an order on acquittal",
} as const;
const areas = { local: "in the local police area", elsewhere: "in another police area", unknown: "area not known" } as const;
const checks = {
  fingerprints: "Fingerprints were taken.",
  photograph: "A photograph was taken.",
  both: "Fingerprints and a photograph were taken.",
  "not-asked": "No check of identity was asked for.",
  refused: "The check of identity was refused.",
} as const;
const courts = {
  magistrates: "a magistrates’ court",
  youth: "a youth court",
  crown: "the Crown Court",
  "summary-jurisdiction": "a court of summary jurisdiction",
} as const;
const links = {
  lives: "They live in this area",
  "is-believed-in-area": "They are believed to be in this area",
  "intends-to-come": "They are believed to mean to come here",
  "no-area-limit": "This force has no area",
} as const;
const settledAs = {
  "counts-as-met": "it counts as met",
  "does-not-count": "what was told does not count",
  "keep-open": "it is kept open",
} as const;
const decidedOn = {
  arrest: "an arrest",
  interview: "an interview",
  "more-enquiry": "more is asked first",
  "excuse-accepted": "the excuse is accepted",
  "not-a-breach": "it is not against the words of the order",
} as const;

/** How each kind is told. Whatever names something by an id says it by its name or its day; hashes and ids stand on their own pages. */
const tellers: { readonly [K in OrderEventKind]: Tell<K> } = {
  "application-begun": ({ subject, route, force, says }) => [
    `An order against ${one(subject.name)} began to be considered: ${routes[route]}, of ${one(force)}`,
    within(says),
  ],
  "order-typed": ({ theirs, force, court, order, made, inForce, period, conditions }) => [
    `An order of another force was typed in: ${one(theirs)} of ${one(force)}, the ${order} order, made on ${on(made)}${place(court)}${until(period.until)}`,
    inForce !== undefined && `In force from ${on(inForce)}.`,
    ...conditions.map(({ condition, says }) => `Condition ${condition}: ${quoted(says)}`),
  ],
  "subject-changed": ({ subject, reason }) => [
    `What is known of the person whom it binds was written anew: ${one(subject.name)}`,
    subject.born !== undefined && `Born ${on(subject.born.day)}.`,
    subject.home !== undefined && `Lives: ${quoted(subject.home.says)}`,
    within(reason),
  ],
  "subject-read": ({ changed, agrees, says }) => [
    `A second person ${agrees ? "agreed" : "did not agree"} with what entry ${changed} wrote of the person whom it binds`,
    within(says),
  ],
  "not-pursued": ({ reason }) => ["No order is pursued", within(reason)],
  "criterion-written": ({ criterion, carries, against, says }) => [
    `Criterion (${criterion}) was written, with ${sayCount(carries.length, "thing")} that ${carries.length === 1 ? "carries" : "carry"} it`,
    ...carries.map(
      ({ says: words, day, exhibit }) =>
        `${[day === undefined ? "" : on(day), exhibit === undefined ? "" : one(exhibit)].filter((part) => part !== "").join(", ") || "No day"}: ${quoted(words)}`,
    ),
    after("Against it", against),
    within(says),
  ],
  "link-written": ({ link, ground }) => [`Why this force may apply was written: ${links[link].toLowerCase()}`, grounds(ground)],
  "protected-named": ({ name, victim, says }) => [
    `${one(name)} was named as somebody whom it is to protect${victim ? ", as the person it was done to" : ""}`,
    within(says),
  ],
  "protected-removed": ({ person, reason }, named) => [
    `${capital(named.person(person))} was taken out of those whom it is to protect`,
    within(reason),
  ],
  "condition-written": ({ condition, says, necessity, own }) => [
    `Condition ${condition} was written${until(own?.until)}`,
    within(says),
    after("Why it is necessary", necessity),
  ],
  "condition-removed": ({ condition, reason }) => [`Condition ${condition} was taken out`, within(reason)],
  "prompt-answered": ({ prompt, answer, ground }) => [`${asksInTheWay(prompt)} ${capital(answered[answer])}`, grounds(ground)],
  "period-proposed": ({ made, period }) => [`How long it is to last was proposed: from ${on(made)}${until(period.until)}`],
  "interim-wanted": ({ wanted, until: last, reason }) => [
    wanted ? `An interim order is asked for${until(last)}` : "No interim order is asked for",
    within(reason),
  ],
  "pair-settled": ({ other, theirCondition, condition, how, reason }) => [
    `Our condition ${condition} beside condition ${theirCondition} of ${one(other)}: ${pairsSettled[how]}`,
    within(reason),
  ],
  "bundle-made": ({ pdf, docx }) => [
    `The papers for the court were made${[pdf && "PDF", docx && "Word"].some((form) => form !== undefined) ? `: ${[pdf && "as PDF", docx && "for Word"].filter((form) => form !== undefined).join(" and ")}` : ""}`,
  ],
  "sent-to-second": ({ says }) => ["It was sent to a second person", within(says)],
  "taken-back": ({ says }) => ["It was taken back from the second person", within(says)],
  "criterion-read": ({ criterion }) => [`The second person read criterion (${criterion})`],
  "draft-returned": ({ reason }) => ["It was returned to who wrote it", within(reason)],
  authorised: ({ reason, delegation }) => ["It was authorised", within(reason), after("Under", delegation)],
  lodged: ({ day, court, courtType, reference }) => [
    `Lodged on ${on(day)}${place(court)}, ${courts[courtType]}`,
    reference !== undefined && `Their reference: ${one(reference)}.`,
  ],
  withdrawn: ({ day, reason }) => [`The application was withdrawn on ${on(day)}`, within(reason)],
  "court-day": ({ day, at, court, about }) => [`A day in court was set: ${on(day)}${atHour(at)}${place(court)}`, after("About", about)],
  "court-result": ({ result, day, from, court, period, conditions = [], inForce, heard, reasons }) => [
    `The court ${didInWords[result]} on ${on(day)}${place(court)}${until(period?.until)}`,
    from !== undefined && from !== day && `From ${on(from)}.`,
    inForce !== undefined && `In force from ${on(inForce)}.`,
    ...conditions.map(({ condition, says }) => `Condition ${condition}: ${quoted(says)}`),
    after("Heard", heard),
    after("Its reasons", reasons),
  ],
  "result-confirmed": ({ result, copyOfThisOrder, asTyped }) => [
    `A second person read the copy against the result of entry ${result}`,
    `Of this order: ${answered[copyOfThisOrder]}. As it was typed: ${answered[asTyped]}.`,
  ],
  "result-sent-back": ({ result, reason }) => [`The result of entry ${result} was sent back`, within(reason)],
  "result-corrected": ({ result, right, reason }) => [
    `The result of entry ${result} was corrected: the court ${didInWords[right.result]} on ${on(right.day)}${place(right.court)}${until(right.period?.until)}`,
    within(reason),
  ],
  "service-attempted": ({ order, day, at, made, place: where, outcome, says, notDone, evidence }) => [
    `${capital(orderIn[order])} was ${outcome === "served" ? "served" : "not served: an attempt"} on ${on(day)} at ${at} by ${one(made)}${place(where)}`,
    within(says),
    after("Not done", notDone),
    ...evidence.map(({ exhibit, says: words }) => `${one(exhibit)}: ${quoted(words)}`),
  ],
  "service-evidence": ({ attempt, exhibit, says, knowing }) => [
    `Evidence of the attempt of entry ${attempt} was named after it was written: ${one(exhibit)}`,
    grounds({ says, knowing }),
  ],
  "service-confirmed": ({ attempt, rightPerson, rightOrder, given, understood, servedIt, says }) => [
    `A second person confirmed the service of entry ${attempt}`,
    `The person named: ${answered[rightPerson]}. The order that was made: ${answered[rightOrder]}. Given to them: ${answered[given]}. Could understand it: ${answered[understood]}.`,
    ...(servedIt === undefined ? [] : [`Whoever confirmed it served it: ${answered[servedIt]}.`]),
    within(says),
  ],
  "service-sent-back": ({ attempt, reason }) => [`The attempt of entry ${attempt} was sent back`, within(reason)],
  "service-withdrawn": ({ attempt, reason }) => [`The attempt of entry ${attempt} was withdrawn`, within(reason)],
  "service-disputed": ({ attempt, says, day }) => [`The service of entry ${attempt} was disputed on ${on(day)}`, within(says)],
  "knew-without-service": ({ order, day, ground }) => [
    `${capital(orderIn[order])} was known on ${on(day)} without service`,
    grounds(ground),
  ],
  attended: ({
    day,
    at,
    station,
    area,
    inPerson,
    toWhom,
    names,
    allNames,
    address,
    regularlyFound,
    changeOn,
    online = [],
    identity,
    says,
  }) => [
    `${inPerson ? "They came to the station" : "They told it, not in person,"} on ${on(day)} at ${at}${place(station)}, ${areas[area]}; told ${one(toWhom)}`,
    names.length > 0 && `Names told: ${names.map((name) => one(name)).join(", ")}. Said to be all: ${answered[allNames]}.`,
    after("Lives at", address),
    after("No home; can regularly be found at", regularlyFound),
    changeOn !== undefined && `It tells of a change on ${on(changeOn)}.`,
    online.length > 0 && `Names online: ${online.map((name) => one(name)).join(", ")}.`,
    checks[identity],
    within(says),
  ],
  acknowledged: ({ attendance, signed, given }) => [
    `The written acknowledgement of entry ${attendance} was ${given ? "given" : "not given"}, ${signed ? "signed" : "not signed"}`,
  ],
  "name-used": ({ name, day, found, ground }) => [
    `The name ${one(name)} was used, first on ${on(day)}`,
    found !== undefined && `Found out on ${on(found)}.`,
    grounds(ground),
  ],
  "address-changed": ({ day, address, ground }) => [
    address === undefined ? `No home in the United Kingdom since ${on(day)}` : `Lives somewhere else since ${on(day)}`,
    after("Where", address),
    grounds(ground),
  ],
  "other-register": ({ register, from, to, ground }) => [
    `Under another register from ${on(from)}${to === undefined ? ", its last day not known" : until(to)}: ${quoted(register)}`,
    grounds(ground),
  ],
  transferred: ({ to, day, told: whom, taken, reason }) => [
    `${one(to)} was told on ${on(day)} that they live there: ${one(whom)}`,
    taken === undefined ? "Nobody has taken it there yet." : `Taken there by ${one(taken)}.`,
    within(reason),
  ],
  "duty-settled": ({ rule, trigger, how, reason, again }) => [
    `An officer settled what was undecided: ${duty(rule, trigger)}: ${settledAs[how]}`,
    again !== undefined && `Looked at again on ${on(again)}.`,
    within(reason),
  ],
  "duty-settling-read": ({ settled, agrees, says }) => [
    `A second person ${agrees ? "agreed" : "did not agree"} with what entry ${settled} settled`,
    within(says),
  ],
  "reminder-given": ({ about, due, setting }) => [
    `The desk reminded of it: ${sayAbout(about)}, ${setting === "again" ? "to be looked at again on" : "its last day being"} ${on(due)}`,
    /^\d+ days before$/.test(setting) && `${capital(setting)}.`,
  ],
  "breach-opened": ({ order, of, day, at, says, couldChange }) => [
    "condition" in of
      ? `A possible breach of condition ${of.condition} of ${orderIn[order]} was opened: ${on(day)}${atHour(at)}`
      : `A notice that may have been missed was opened: ${duty(of.duty, of.trigger)}, ${on(day)}`,
    within(says),
    after("What could change it", couldChange),
  ],
  "acts-set-aside": ({ order, condition, acts, reason }) => [
    `${sayCount(acts.length, "act")} ${acts.length === 1 ? "was" : "were"} said not to be under ${condition === undefined ? "" : `condition ${condition} of `}${orderIn[order]}`,
    within(reason),
  ],
  "breach-evidence": ({ breach, at, exhibit, says, doesNotShow }, named) => [
    `Evidence was written of ${named.breach(breach)}${exhibit === undefined ? "" : `: ${one(exhibit)}`}`,
    within(says),
    after("The hour that it shows", at),
    after("It does not show", doesNotShow),
  ],
  "breach-knew": ({ breach, service, ground }, named) => [
    `How the order was known was written of ${named.breach(breach)}${service === undefined ? "" : `: by the service of entry ${service}`}`,
    grounds(ground),
  ],
  "excuse-asked": ({ breach, question, found, of }, named) => [
    `An excuse was asked about, for ${named.breach(breach)}: ${quoted(question)}`,
    found === undefined ? "Nothing was found out yet." : after(of === undefined ? "What came of it" : `What ${one(of)} says`, found),
  ],
  "excuse-assessed": ({ breach, says }, named) => [`The excuse was assessed, for ${named.breach(breach)}`, within(says)],
  "breach-kept-open": ({ breach, again, reason }, named) => [
    `${capital(named.breach(breach))} was kept open; looked at again on ${on(again)}`,
    within(reason),
  ],
  "breach-decided": ({ breach, decision, until: by, reason }, named) => [
    `An officer decided on ${named.breach(breach)}: ${decidedOn[decision]}${by === undefined ? "" : `, by ${on(by)}`}`,
    within(reason),
  ],
  "breach-decision-read": ({ breach, agrees, says }, named) => [
    `A second person ${agrees ? "agreed" : "did not agree"} with the decision on ${named.breach(breach)}`,
    within(says),
  ],
  "protected-told": ({ person, about, how, says }, named) => [
    how === "not-told"
      ? `${capital(named.person(person))} was not told of ${sayTold(about, named)}`
      : `${capital(named.person(person))} was told of ${sayTold(about, named)}, ${toldBy[how]}`,
    within(says),
  ],
  "change-asked": ({ order, what, by, day, says, until: last, conditions = [], keeps = [] }) => [
    `A ${whatIsAsked[what]} of ${orderIn[order]} is asked for on ${on(day)}: ${askedBy[by]} ${by === "us" ? "ask" : "asks"}${until(last)}`,
    within(says),
    ...conditions.map(({ condition, says: words }) => `Condition ${condition}: ${quoted(words)}`),
    keeps.length > 0 &&
      `${keeps.length === 1 ? "Condition" : "Conditions"} ${keeps.join(", ")} ${keeps.length === 1 ? "stays" : "stay"} as before.`,
  ],
  "necessity-read-again": ({ change, condition, says }, named) => [
    `Why condition ${condition} is necessary was read again, for ${named.change(change)}`,
    within(says),
  ],
  "consent-given": ({ change, of, answer, day, says }, named) => [
    `Consent of ${consentOf[of]} to ${named.change(change)}: ${answered[answer]}${day === undefined ? "" : `, ${on(day)}`}`,
    within(says),
  ],
  "change-sent": ({ change, reason }, named) => [`${capital(named.change(change))} was sent to a second person`, within(reason)],
  "change-authorised": ({ change, reason }, named) => [`${capital(named.change(change))} was authorised`, within(reason)],
  "change-returned": ({ change, reason }, named) => [`${capital(named.change(change))} was returned to who wrote it`, within(reason)],
  "change-lodged": ({ change, day, court, reason }, named) => [
    `${capital(named.change(change))} was lodged${day === undefined ? "" : ` on ${on(day)}`}${court === undefined ? "" : place(court)}`,
    within(reason),
  ],
  "change-dropped": ({ change, reason }, named) => [`${capital(named.change(change))} was dropped`, within(reason)],
  "appeal-noted": ({ by, against, day, says }) => [
    `An appeal was noted on ${on(day)}, against the result of entry ${against}: ${askedBy[by]} ${by === "us" ? "appeal" : "appeals"}`,
    within(says),
  ],
  "identity-disclosure-decided": ({ asked, decision, basis, risk, what, day, method, wish }) => [
    `Whether a name is told was decided: ${decision === "disclose" ? "it is told" : "it is not told"}${day === undefined ? "" : `, ${on(day)}`}`,
    after("Asked", asked),
    after("On what that rests", basis),
    after("The risk", risk),
    after("What is told", what),
    after("How", method),
    after("What they wish", wish),
  ],
  "entry-withdrawn": ({ entry, reason }) => [`Entry ${entry} was withdrawn`, within(reason)],
};

/** What a protected person was told about: "service 23" is the service of that entry. */
function sayTold(about: string, named: NamedInEntries): string {
  const [what = "", of] = about.split(" ");
  if (of !== undefined && /^\d+$/.test(of)) return `the ${what} of entry ${of}`;
  return named.breach(of ?? what);
}

/** What a reminder is about: an end in words, or a duty by its rule and what it runs from. */
function sayAbout(about: string): string {
  const [, rule, trigger] =
    /^(first-notice|suspension-ends|suspended|name-used|address-changed|[a-z]+(?:-[a-z]+)+),? (.+)$/.exec(about) ?? [];
  if (rule !== undefined && trigger !== undefined) return duty(rule, trigger);
  return about.startsWith("possible breach ") ? "a possible breach that was kept open" : sayDaysIn(about);
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
