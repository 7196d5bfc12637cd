/**
 * The words that people read: numbers, days, sizes, channels, kinds, flags. Values come in, text goes out; another language is one more file.
 *
 * @module
 */
export {
  sayNumber,
  sayFew,
  sayCount,
  sayThereWere,
  sayFewOf,
  sayGroupsOf,
  sayTimes,
  sayList,
  sayFirst,
  sayNotKnown,
  saySize,
  sayDuration,
} from "./numbers.ts";
export {
  sayKind,
  sayDone,
  sayKinds,
  sayChannel,
  sayLane,
  sayLaneLabel,
  sayFlag,
  sayFlagInFull,
  sayFrom,
  sayGrade,
  sayGradeInFull,
  sayIdentity,
  saySender,
  sayIdentities,
} from "./acts.ts";
export { sayVerdict } from "./checks.ts";
export { sayLostEntries, sayRuns } from "./lost-entries.ts";
export { sayHowKnown, sayShownAs } from "./how-known.ts";
export type { Voice } from "./language.ts";
export {
  type Age,
  sayAge,
  sayDay,
  sayDayOfYear,
  sayWeekday,
  sayBriefWeekday,
  sayShortDay,
  sayShortWeekday,
  sayMonth,
  sayShortMonth,
  sayShortMonthOf,
  sayBetween,
  sayRange,
  sayClock,
  sayExactClock,
  sayMoment,
} from "./days.ts";
export { type NamesInPrint, marks, pageVoice, printVoice, inVoice, withoutMarks, namesInPrint, initialsOf, sayBriefly } from "./voice.ts";
export { withoutQuotationMarks, nameInLine, onOneLine, cutAt, foldRuns, insideQuotes, quoted, shortened, thePack } from "./quoted.ts";
export { sayDayOfAct, sayShortDayOfAct, sayTimeOf, sayTimeOfAct, timeNotKnown } from "./time-of-act.ts";
export { isAnsweredAfter, sayHasLetter, sayUnopened } from "./mailbox.ts";
export { changesBeginning, endsSentence, leavesOpen, turnsWords } from "./sentences.ts";
