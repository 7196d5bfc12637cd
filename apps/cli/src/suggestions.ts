import {
  type Act,
  type Identity,
  type OpenChats,
  type StatedTwins,
  type SharedName,
  type ToldGroups,
  type ShownName,
  type Statement,
  type Timeline,
  type Zone,
  dayIn,
  markedName,
  nameToType,
} from "@unmask/core";
import {
  type BlockInFiles,
  type ChatWithoutHer,
  type Mailbox,
  type NameWithoutAct,
  sayOpenChats,
  saySameGroups,
  sayStatedTwins,
} from "@unmask/corridor";
import {
  type IdentitySign,
  type IdentitySuggestion,
  findNamedInWords,
  quoteOrKind,
  sayNotNamed,
  sayReasons,
  sayWhenOf,
  suggestIdentities,
  suggestStops,
} from "@unmask/patterns";
import { nameInLine, sayChannel, sayCount, sayDay, sayIdentity } from "@unmask/words";
import { oneLine } from "./one-line.ts";
import type { Terminal } from "./ports/terminal.ts";

/** Lines beyond this many are counted: a thousand throw-away accounts would push everything else out of the terminal. */
const mostSaid = 100;
/** Names of one chat that are said: a group can have a thousand. */
const mostNames = 10;
/** Questions with the same signs beyond this many are one: sixty throw-away numbers with a threat each would drown the one that matters. */
const mostAlike = 5;
/** Kinds of sign of which she needs the words to answer. */
const wordSigns: ReadonlySet<IdentitySign["what"]> = new Set<IdentitySign["what"]>(["threat", "says name"]);

/** Says on standard error which identities she may want to name before she goes on, each with the option to type; not those of which she is asked elsewhere. */
export function saySuggestions(
  timeline: Timeline,
  statement: Statement,
  terminal: Pick<Terminal, "say">,
  isAsked: (identity: Identity) => boolean = () => false,
): void {
  const suggestions = suggestIdentities(timeline, statement).filter(({ identity }) => !isAsked(identity));
  if (suggestions.length === 0) return;
  const isAnyHers = suggestions.some(({ mayBe }) => mayBe === "hers" || mayBe === "either");
  terminal.say(
    `${sayNotNamed(suggestions)} could be theirs${isAnyHers ? " or yours" : ""}: in no number yet. Only you can say; nothing was joined.`,
  );
  const describe = createDescribe(timeline, statement);
  const { alone, alike } = foldAlike(suggestions);
  for (const one of alone.slice(0, mostSaid)) terminal.say(`  ${sayQuestion(one, describe([one]))}`);
  for (const some of alike.slice(0, mostSaid)) terminal.say(`  ${sayAlike(some, describe(some))}`);
  const more = Math.max(0, alone.length - mostSaid) + Math.max(0, alike.length - mostSaid);
  if (more > 0) terminal.say(`  And ${sayCount(more, "more", "more")}: unmask pattern --json lists them all.`);
}

function sayQuestion({ identity, others: set, says, mayBe, isDoubted }: IdentitySuggestion, described: string): string {
  const asks = oneLine([says, ...(described === "" ? [] : [described])].join(" "));
  if (set !== undefined) return `${asks} ${sayOptionsOf([identity, ...set], "If you are sure of all")}`;
  const name = typed(identity);
  const perhaps = `If it is perhaps so: --perhaps=${name}`;
  const theirs = isDoubted ? perhaps : `If you are sure: --them=${name}  ${perhaps}`;
  const hers = `If it is you: --me=${name}`;
  const others = `If it is somebody else: --other=${name}`;
  const asked = mayBe === "hers" ? [hers, others] : mayBe === "either" && !isDoubted ? [theirs, hers, others] : [theirs, others];
  return `${asks} ${asked.join("  ")}`;
}

/** One question about many numbers: each stands once in it, to copy. */
function sayAlike(some: readonly IdentitySuggestion[], described: string): string {
  const [{ signs } = { signs: [] }] = some;
  const why = sayReasons({ signs });
  return `${oneLine(`${sayCount(some.length, "number or account", "numbers and accounts")}, each of which ${why}: whose? ${described}`)} ${sayOptionsOf(
    some.map(({ identity }) => identity),
    "If you are sure of all",
  )}  Each by itself, with its acts: unmask pattern --json.`;
}

function sayOptionsOf(identities: readonly Identity[], head: string): string {
  const all = identities.slice(0, mostSaid).map((one) => `--them=${typed(one)}`);
  const more = identities.length > all.length ? ` (and ${sayCount(identities.length - all.length, "more", "more")})` : "";
  return `${head}: ${all.join(" ")}${more}  Perhaps theirs, or somebody else’s: the same with --perhaps or --other.`;
}

/** Questions of which the reasons are the same, word for word, and nobody has a name: beyond a limit there is nothing to tell them apart by. */
function foldAlike(suggestions: readonly IdentitySuggestion[]): {
  readonly alone: readonly IdentitySuggestion[];
  readonly alike: readonly (readonly IdentitySuggestion[])[];
} {
  const byReason = new Map<string, IdentitySuggestion[]>();
  const alone: IdentitySuggestion[] = [];
  for (const one of suggestions) {
    const isNamed = one.identity.kind === "name" || one.identity.name !== undefined;
    if (isNamed || one.isTyped || one.others !== undefined || one.mayBe !== "theirs") {
      alone.push(one);
      continue;
    }
    const key = sayReasons({ signs: one.signs });
    const some = byReason.get(key) ?? [];
    byReason.set(key, some);
    some.push(one);
    if (some.length <= mostAlike) alone.push(one);
  }
  const alike = [...byReason.values()].flatMap((some) => (some.length > mostAlike ? [some] : []));
  const folded = new Set(alike.flat());
  return { alone: alone.filter((one) => !folded.has(one)), alike };
}

/** Makes a sentence for her own screen: how much they sent and when, and the latest words of a threat or of a name given. Not of what she typed herself. */
function createDescribe(timeline: Timeline, statement: Statement): (some: readonly IdentitySuggestion[]) => string {
  const byNormal = new Map<string, Act[]>();
  for (const act of timeline.acts) {
    const some = byNormal.get(act.from.normal);
    if (some) some.push(act);
    else byNormal.set(act.from.normal, [act]);
  }
  const byId = new Map(timeline.acts.map((act) => [act.id, act]));
  return (some) => {
    if (some.every(({ isTyped }) => isTyped === true)) return "";
    const acts = some.flatMap(({ identity, others = [] }) => [identity, ...others]).flatMap(({ normal }) => byNormal.get(normal) ?? []);
    const texts = acts.filter(({ kind }) => kind === "message").length;
    const counts = [...(texts > 0 ? [sayCount(texts, "text")] : []), ...(acts.length > texts ? [sayCount(acts.length - texts, texts > 0 ? "other act" : "act")] : [])]; // prettier-ignore
    const days = some.reduce<readonly [number, number]>(
      ([earliest, latest], one) => [Math.min(earliest, one.first), Math.max(latest, one.last)],
      [Infinity, -Infinity],
    );
    const [from, until] = days.map((day) => sayDay(day));
    const shown = some.flatMap(({ signs }) => signs.filter(({ what }) => wordSigns.has(what)).flatMap(({ acts: ids }) => ids));
    const latest = shown.flatMap((id) => byId.get(id) ?? []).reduce<Act | undefined>((last, act) => (last && last.when.earliest >= act.when.earliest ? last : act), undefined); // prettier-ignore
    const by = latest && some.length > 1 ? `, by ${sayIdentity(latest.from)}` : "";
    const words = latest ? `; the latest such words, on ${sayDaysOf(latest, statement.zone)}${by}: ${quoteOrKind(latest)}` : "";
    return `${counts.join(" and ")}, ${from === until ? `on ${from ?? ""}` : `${from ?? ""} to ${until ?? ""}`}${words}.`;
  };
}

/** What the options of her and of the other person are called. */
const optionOf: Readonly<Record<ShownName["whose"], "me" | "them">> = { hers: "me", theirs: "them" };

/** Says on standard error which accounts show a name that she stated and were not stated: whoever holds an account chooses the name that it shows. */
export function sayShownNames(shown: readonly ShownName[], terminal: Pick<Terminal, "say">): void {
  for (const { identity, acts, whose } of shown.filter(({ isAlone }) => isAlone)) {
    const name = typed(identity);
    const [right, wrong] = whose === "hers" ? ["me", `If it is theirs: --them=${name}`] : ["them", `If it is yours: --me=${name}`];
    terminal.say(
      `Counted as --${optionOf[whose]} because it alone shows the name ${nameOf(identity)}: ${name} (${sayCount(acts, "act")}). If that is right: --${right}=${name}, and you are not told again  ${wrong}  Perhaps theirs: --perhaps=${name}  If it is somebody else’s: --other=${name}`,
    );
  }
  for (const whose of ["hers", "theirs"] as const) {
    const open = shown.filter((one) => one.whose === whose && !one.isAlone);
    const names = [...new Set(open.map(({ identity }) => nameOf(identity)))];
    if (names.length === 0) continue;
    const bare = open.filter(({ identity }) => identity.kind === "name").length;
    if (bare > 0)
      terminal.say(
        `${sayCount(bare, "name is", "names are")} spelled like ${whose === "hers" ? "yours" : "theirs"} and ${bare === 1 ? "is" : "are"} not the one that you gave. Whose?`,
      );
    terminal.say(
      `${sayCount(open.length, "account shows", "accounts show")} the name ${names.join(", ")} but ${open.length === 1 ? "was" : "were"} not named by you: counted for nobody until you say whose. Anybody can choose that name.`,
    );
    for (const { identity, acts } of open.slice(0, mostSaid)) {
      const name = typed(identity);
      terminal.say(
        `  ${name} (${sayCount(acts, "act")}). If it is yours: --me=${name}  If it is theirs: --them=${name}  Perhaps: --perhaps=${name}  If it is somebody else’s: --other=${name}`,
      );
    }
    if (open.length > mostSaid) terminal.say(`  And ${sayCount(open.length - mostSaid, "more", "more")}.`);
  }
}

/** Asks on standard error of each stated name that several numbers are saved under: two contacts called “Sam”, or his old number and his new one. */
export function saySharedNames(shared: readonly SharedName[], terminal: Pick<Terminal, "say">): void {
  for (const { name, whose, numbers } of shared.slice(0, mostSaid)) {
    const some = numbers.slice(0, mostNames);
    const each = listed(
      some.map(({ identity, acts }) => `${identity.normal} (${sayCount(acts.length, "act")})`),
      numbers.length,
    );
    const option = whose === "theirs" ? "them" : "perhaps";
    const all = some.map(({ identity }) => `--${option}=${typed(identity)}`).join(" ");
    const others = some.map(({ identity }) => `--other=${typed(identity)}`).join(" or ");
    terminal.say(
      `${sayCount(numbers.length, "number")} are saved as “${oneLine(nameInLine(name))}”, and each counts as ${option === "them" ? "theirs" : "perhaps theirs"} until you say: ${each}. If all are one person’s: ${all}  If one is somebody else’s: ${others}`,
    );
  }
  if (shared.length > mostSaid) terminal.say(`  And ${sayCount(shared.length - mostSaid, "more", "more")}.`);
}

/**
 * Asks on standard error of each row that she typed, with nobody in the column for who did it and a name of theirs in its words, whose it is: in no number
 * until she says so.
 */
export function sayNamedInWords(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): void {
  const found = findNamedInWords(timeline, statement);
  if (found.length === 0) return;
  const names = [...new Set(found.map(({ name }) => oneLine(nameInLine(name))))].slice(0, mostNames);
  terminal.say(
    `${sayCount(found.length, "row that you wrote down names", "rows that you wrote down name")} ${names.join(", ")} in the words and nobody as who did it: in no number yet. Whose?`,
  );
  for (const { one } of found.slice(0, mostSaid))
    terminal.say(
      `  ${sayWhenOf(one, statement.zone)}: ${oneLine(quoteOrKind(one.act))} If you are sure it was them: --them=${one.id}  If it is perhaps so: --perhaps=${one.id}  If it was somebody else: --other=${one.id}`,
    );
  if (found.length > mostSaid) terminal.say(`  And ${sayCount(found.length - mostSaid, "more", "more")}.`);
}

/** Says on standard error which blocks her own files hold of which she stated none, each with the option to type: no stop by itself. */
export function sayBlocks(blocks: readonly BlockInFiles[], zone: Zone, terminal: Pick<Terminal, "say">): void {
  if (blocks.length === 0) return;
  for (const { act, blocked, unblocked } of blocks.slice(0, mostSaid)) {
    const at = unblocked?.covers?.until;
    const back = unblocked && `, and ${at === undefined ? "further down" : `on ${sayDay(dayIn(zone, at))}`} that you unblocked them`;
    const says = `${sayWhoseRecord(act)} says that you blocked ${oneLine(sayIdentity(blocked))} on ${sayDaysOf(act, zone)}${back ?? ""}.`;
    const asks = [`If that was so: --blocked=${act.id}`];
    const beside = at === undefined ? "" : "; how many came while the block held is said beside it";
    const counted = unblocked ? [`What came after the unblocking is counted as well${beside}.`] : [];
    terminal.say([says, [...asks, ...counted].join("  ")].join(" "));
  }
  if (blocks.length > mostSaid) terminal.say(`  And ${sayCount(blocks.length - mostSaid, "more", "more")}.`);
  terminal.say(
    "  Only you can say: it counts as a stop of yours once you have. If it was not so: --not-this with the same id, and you are not asked again.",
  );
}

/** Messages that read like a stop and are told: the first few, because what came after the first counts. */
const mostStops = 3;

/** Asks on standard error, once all else is answered, whether she told them to stop; whether it asked. */
export function sayNoStop(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): boolean {
  const { stops, answers, zone } = statement;
  if (answers?.["told to stop"] !== undefined || stops.some(({ kind }) => kind === "told to stop")) return false;
  const found = suggestStops(timeline, statement);
  const reads = found.length === 0 ? "" : `  ${found.length === 1 ? "A message of yours that reads" : "Messages of yours that read"} so:`;
  terminal.say(
    `You have not said whether you told them to stop. If you did: --told-to-stop=DATE or the id of the message. If you did not: --told-to-stop=none${reads}`,
  );
  for (const act of found.slice(0, mostStops))
    terminal.say(`  ${sayDaysOf(act, zone)}: ${oneLine(quoteOrKind(act))} --told-to-stop=${act.id}`);
  if (found.length > mostStops) terminal.say(`  And ${sayCount(found.length - mostStops, "more", "more")}.`);
  return true;
}

/** Says on standard error in which chats nobody is her, with the names that they hold and the option to type for the one that she may be. */
export function sayChatsWithoutHer(found: readonly ChatWithoutHer[], terminal: Pick<Terminal, "say">): void {
  for (const { channel, thread, senders, open } of found.slice(0, mostSaid)) {
    const chat = thread === undefined ? "A chat" : `The chat “${oneLine(nameInLine(thread))}”`;
    const [one, ...more] = open;
    if (one !== undefined && more.length === 0 && senders.length === 1) {
      const name = typed(one);
      terminal.say(
        `${chat} (${sayChannel(channel)}) holds nothing by you, as you named yourself. One name alone writes in it: ${oneLine(sayIdentity(one))}. If that is them: --them=${name}  Perhaps: --perhaps=${name}  If it is you: --me=${name}  If it is somebody else: --other=${name}`,
      );
      continue;
    }
    const options = open.slice(0, mostNames).map((some) => `--me=${typed(some)}`);
    terminal.say(
      `${chat} (${sayChannel(channel)}) holds nothing by you, as you named yourself. The names in it: ${listed(senders.map((one) => oneLine(sayIdentity(one))))}. If one of these is you: ${listed(options, open.length)}`,
    );
  }
  if (found.length > mostSaid) terminal.say(`  And ${sayCount(found.length - mostSaid, "more", "more")}.`);
}

/**
 * Says on standard error by which names of the statement no act is, each with the names in the files that can be meant and the option to type: a first
 * name alone is what is typed in a hurry, and his threats would stand under "others".
 */
export function sayNamesWithoutAct(found: readonly NameWithoutAct[], terminal: Pick<Terminal, "say">): void {
  for (const { name, of, isAlike, open } of found) {
    const option = of === "perhaps" ? "perhaps" : "them";
    const told = open.map(
      ({ identity, acts, channels }) =>
        `“${oneLine(nameInLine(sayIdentity(identity)))}” (${channels.map((channel) => sayChannel(channel)).join(", ")}, ${sayCount(acts, "act")})`,
    );
    const shown = open.slice(0, mostNames);
    const options = shown.map(({ identity }) => `--${option}=${typed(identity)}`);
    const other = shown.length === 1 ? shown.map(({ identity }) => ` If it is somebody else: --other=${typed(identity)}`).join("") : "";
    const head = isAlike ? "Names that look like it" : "No name in them looks like it. The names in them";
    const meant = open.length === 1 ? "If that is who you mean" : "If one of these is who you mean";
    const asks = open.length === 0 ? "" : ` ${head}: ${listed(told)}. ${meant}: ${listed(options, open.length)}${other}`;
    terminal.say(`No act in these files is by ${oneLine(name)}.${asks}`);
  }
}

/** Says on standard error to which address of nobody the mail in the files goes, with the option to type for the one that is hers. */
export function sayMailboxes(found: readonly Mailbox[], terminal: Pick<Terminal, "say">): void {
  for (const { identity, received, of } of found.slice(0, mostSaid)) {
    const all = received === of ? `all ${sayCount(of, "mail")}` : `${received} of the ${sayCount(of, "mail")}`;
    terminal.say(
      `${oneLine(sayIdentity(identity))} received ${all} in your files or in one of them, and you did not say whose it is: what went to it counts as sent to somebody else. If it is yours: --me=${typed(identity)}  If it is theirs: --them=${typed(identity)}  If it is somebody else’s: --other=${typed(identity)}`,
    );
  }
  if (found.length > mostSaid) terminal.say(`  And ${sayCount(found.length - mostSaid, "more", "more")}.`);
}

function listed(texts: readonly string[], count = texts.length): string {
  const told = texts.slice(0, mostNames);
  return [...told, ...(count > told.length ? [`and ${sayCount(count - told.length, "more", "more")}`] : [])].join(", ");
}

/** Channels that are an app or an account by name. */
const apps: ReadonlySet<Act["channel"]> = new Set<Act["channel"]>([
  "whatsapp", "telegram", "instagram", "facebook", "messenger", "signal", "imessage", "x", "snapchat", "tiktok", "discord", "reddit", "linkedin", "google", "apple",
]); // prettier-ignore

function sayWhoseRecord({ channel, grade }: Act): string {
  return apps.has(channel) && grade !== "own-account" ? `Your ${sayChannel(channel)}` : "A file of yours";
}

/** Each day that the record can mean. */
function sayDaysOf({ when: { earliest, or = [] } }: Act, zone: Zone): string {
  const days = [...new Set([earliest, ...or.map((one) => one.earliest)].map((at) => dayIn(zone, at)))];
  return days.map((day) => sayDay(day)).join(" or ");
}

/** Asks on standard error of each two chats that hold the same messages whether they are one: what is in both is counted in both until she says. */
export function askOfChats(open: readonly OpenChats[], terminal: Pick<Terminal, "say">): void {
  for (const one of open.slice(0, mostSaid)) {
    const option = one.whose === "hers" ? "me" : "them";
    const who = one.people.map((identity) => `--${option}=${typed(identity)}`).join(" ");
    const ifBoth = `If both names are ${option === "me" ? "yours" : "theirs"}: ${who}`;
    if (one.areContrary) {
      terminal.say(`${oneLine(sayOpenChats(one))}, and one of them holds what the other lacks while both go on. ${ifBoth}`);
      terminal.say(`  Each message then counts for each name. If it is one chat from two phones, add: ${asOneChat(one)}`);
    } else terminal.say(`${oneLine(sayOpenChats(one))}: one chat from two phones? ${ifBoth}`);
    terminal.say(`  If they are two: ${asTwo(one)}`);
    terminal.say("  Until you say so, each stands as an act of its own. Nothing is joined by names that you did not state as one person.");
  }
  if (open.length > mostSaid) terminal.say(`  And ${sayCount(open.length - mostSaid, "more", "more")}.`);
}

/** Tells on standard error what became of two chats whose names she stated as one person's: no answer changes a number in silence. */
export function tellOfStatedTwins(twins: readonly StatedTwins[], terminal: Pick<Terminal, "say">): void {
  for (const one of twins.slice(0, mostSaid)) {
    terminal.say(oneLine(sayStatedTwins(one)));
    if (one.isSaid) continue;
    if (!one.areOne) terminal.say(`  If it is one chat, add: ${asOneChat(one)}`);
    terminal.say(`  If they are two: ${asTwo(one)}`);
  }
  if (twins.length > mostSaid) terminal.say(`  And ${sayCount(twins.length - mostSaid, "more", "more")}.`);
}

function asOneChat({ people }: Pick<StatedTwins, "people">): string {
  return people.map(({ wrote }) => `--one-group=${quoteForShell(wrote)}`).join(" ");
}

function asTwo({ people }: Pick<StatedTwins, "people">): string {
  return people.map(({ wrote }) => `--two-chats=${quoteForShell(wrote)}`).join(" ");
}

/** Tells on standard error of each group that two exports name differently, and asks where the files cannot say whether it is one. */
export function askOfGroups(groups: readonly ToldGroups[], terminal: Pick<Terminal, "say">): void {
  for (const one of groups.slice(0, mostSaid)) {
    const held = oneLine(saySameGroups(one));
    const who = one.names.map(({ wrote }) => `--one-group=${quoteForShell(wrote)}`).join(" ");
    const ifTwo = `If they are two: ${asTwo({ people: one.names })}`;
    if (one.are === "one") terminal.say(`${held}: taken for one group under two names, and each of these is counted once. ${ifTwo}`);
    if (one.are === "one" || one.are === "stated" || one.are === "two") continue;
    terminal.say(`${held}: one group under two names? If it is one: ${who}  ${ifTwo}`);
    terminal.say(
      one.are === "open"
        ? "  Too few people wrote them to tell. Until you say so, each of these is counted in both."
        : "  One of them holds what the other lacks while both go on, as two groups do. Until you say so, each of these is counted in both.",
    );
  }
  if (groups.length > mostSaid) terminal.say(`  And ${sayCount(groups.length - mostSaid, "more", "more")}.`);
}

function nameOf({ name, wrote }: Identity): string {
  return oneLine(markedName(name ?? wrote));
}

/** A name as she types it after an option. */
export function typed(identity: Identity): string {
  return quoteForShell(nameToType(identity));
}

/** A name that somebody else chose stays one word in a shell, whatever it holds. */
function quoteForShell(name: string): string {
  return /^[\w@.+-]+$/.test(name) ? name : `'${oneLine(name).replaceAll("'", "'\\''")}'`;
}
