import type { FaceWords } from "./words.ts";

/**
 * The notes page in Welsh. No speaker of Welsh has checked it yet: until one has, `document.ts` shows the English beside what it says of opening,
 * locking and the words that open it.
 */
export const welsh: FaceWords = {
  spoken: {
    locked: "Ar glo",
    keepsNothing: "Nid yw’r ffenestr hon yn cadw dim",
    takeOff: "Tynnu",
    save: "Cadw",
    saving: "Yn cadw",
    loading: "Yn llwytho.",
    savedAt: "Cadwyd am {time}",
    savedSays: "Mae ar glo nawr. Ni ellir ei ddarllen na’i newid yma.",
    notSaved: "Heb ei gadw",
    takeOver: "Eu defnyddio yma",
    show: "Dangos",
    hide: "Cuddio",
    open: "Agor",
    openFrom: "Agor, o {time}",
    working: "Yn agor. Mae’n cymryd ychydig eiliadau.",
    wrong: "Nid agorodd hynny nhw.",
    wrongs: "Anghywir {count} o weithiau ers iddynt gael eu hagor ddiwethaf.",
    from: "Gallwch geisio eto o {time}. Nid yw cau’r dudalen yn byrhau’r aros.",
    erased: "Nid oes dim yn cael ei ddileu, waeth pa mor aml y mae’n anghywir.",
    notOpened: "Ni chawsant eu hagor",
    passkeyNot: "Nid atebodd yr allwedd mynediad. Ni newidiwyd dim.",
    unknown: "Nid yw gair {place} yn y rhestr eiriau.",
    likely: "Ai “{likely}” oedd gennych chi mewn golwg?",
    noneWritten: "Nid oes dim wedi’i ysgrifennu eto.",
    locks: "Bydd y dudalen hon yn cloi am {time} os na fydd neb yn ei chyffwrdd.",
    stay: "Ei chadw ar agor",
  },
  face: {
    title: "Notes",
    more: "Am y nodiadau hyn",
    mine: "Fy nodiadau",
    note: "Nodyn newydd",
    writeHere: "Ysgrifennwch yma",
    another: "Amser arall",
    when: "Pryd digwyddodd e?",
    whenExample: "Yn eich geiriau chi: dydd Gwener, tua 21:00.",
    add: "Ychwanegu llun neu ffeil",
  },
  about: {
    back: "Notes",
    title: "Am y nodiadau hyn",
    says: [
      "Mae’r hyn rydych chi’n ei ysgrifennu yma yn cael ei selio cyn gynted ag y caiff ei gadw. Ni ellir ei ddarllen yma wedyn.",
      "Nid oes dim yn cael ei anfon i unman. Mae’n aros yn y porwr hwn, ar y ddyfais hon.",
      "Os na fyddwch yn cyffwrdd â’ch nodiadau agored am bum munud, byddant yn cloi ohonynt eu hunain.",
    ],
    first: "Tudalennau eraill",
    other: "English",
  },
  opening: {
    title: "Agor fy nodiadau",
    passphrase: "Cyfrinymadrodd",
    passkey: "Defnyddio allwedd mynediad",
    passkeySays: "Wyneb, bys neu god y ffôn",
    twelve: "Defnyddio’r deuddeg gair",
    twelveSays: "Maen nhw’n gweithio ar unwaith, a daw’r aros i ben",
  },
  twelve: {
    title: "Y deuddeg gair",
    says: "Yn eu trefn, o’ch papur. Gallwch ludo pob un ohonynt yn y llinell gyntaf, neu’r allwedd sydd oddi tanynt.",
    word: "Gair {place}",
  },
  none: {
    title: "Nid oes nodiadau yma eto",
    says: "Mae nodiadau rydych chi’n eu cadw yma wedi’u cloi â chyfrinymadrodd sydd gennych chi. Gallwch eu gwneud nawr, neu ddod â chopi a wnaethoch o’r blaen yn ôl.",
    waits: "Nid yw’r hyn a ysgrifennoch wedi’i gadw eto. Bydd yn mynd i’ch nodiadau pan fyddwch wedi’u gwneud.",
    make: "Gwneud fy nodiadau",
    back: "Dod â chopi yn ôl",
  },
  elsewhere: {
    title: "Mae eich nodiadau ar agor mewn ffenestr arall",
    says: "Caewch y ffenestr honno, neu defnyddiwch nhw yma. Byddant ar glo yno wedyn.",
  },
  lookOnly: {
    title: "Nid yw’r ffenestr hon yn cadw dim",
    says: "Ffenestr breifat yw hi, neu ni all y porwr hwn gadw nodiadau. Bydd yr hyn rydych chi’n ei ysgrifennu yma yn mynd pan fyddwch yn ei chau. Mewn ffenestr gyffredin o’r porwr gallwch ei gadw.",
  },
  ordinary: { title: "Fy nodiadau", lock: "Cloi" },
  fetching: {
    title: "Yn agor",
    missing: "Ni ellid nôl gweddill y tudalennau hyn",
    missingSays:
      "Y tro cyntaf, daw o gyfeiriad y dudalen hon, ac nid oes dim yn ateb yno nawr. Nid yw eich nodiadau wedi newid, ac maen nhw ar glo eto.",
    tryAgain: "Ceisio eto",
  },
};
