import type { FirstWords } from "./words.ts";

/**
 * The first page in Welsh. No speaker of Welsh has checked it yet: until one has, `document.ts` shows the English beside what it says of danger,
 * leaving and help. Who “they” is in a question stands in words.ts.
 */
export const welsh: FirstWords = {
  cover: { title: "Notes", open: "Agor" },
  spoken: {
    "left-1": "Shift: pwyswch 1 waith eto i adael.",
    "left-2": "Shift: pwyswch 2 waith eto i adael.",
    expired: "Nid yw’r pwysiadau ar Shift yn cyfrif bellach.",
    loading: "Yn llwytho.",
    lock: "Cloi",
    locks: "Bydd y dudalen hon yn cloi am {time} os na fydd neb yn ei chyffwrdd.",
    stay: "Ei chadw ar agor",
  },
  months: ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
  languages: { other: "English", inEnglish: "Mae’r dudalen hon yn Saesneg." },
  bar: { back: "Yn ôl", help: "Help nawr", leave: "Gadael ar unwaith", next: "Beth i’w wneud nesaf" },
  calling: {
    call: "Ffonio {emergency}",
    copies: "Daw’r rhifau hyn o gopïau: ni allem eu cadarnhau gyda’r gwasanaethau eu hunain.",
    lookedUp: "Edrychwyd amdano ar {day}.",
  },
  welcome: {
    title: "Oes rhywun mewn perygl nawr?",
    again: {
      title: "Llwythwyd y dudalen hon eto",
      says: "Nid yw’n dangos dim o’r hyn a ddarllenwyd, a deipiwyd neu a wnaed yma, ac mae’r hyn na chafodd ei gadw wedi mynd. Nid yw eich ffeiliau wedi newid: dewiswch nhw eto.",
    },
    seen: {
      title: "All rhywun arall weld y ddyfais hon?",
      says: "Gallai rhywun sy’n gallu ei datgloi weld y dudalen hon a’r ffeiliau rydych chi’n eu cadw. Gall dyfais ffrind, neu un mewn llyfrgell, fod yn well. Efallai y bydd rhywun a roddodd ap ar y ffôn hwn yn dal i weld beth rydych chi’n ei wneud.",
    },
    stays: {
      term: "Yn aros",
      says: "“Notes” yn hanes y porwr hwn, a ffeiliau’r ap ei hun (hyd at {size}, heb ddim o’ch pethau chi), fel ei fod yn agor heb rwydwaith.",
      remove: "Eu dileu",
    },
    notKept: {
      term: "Heb ei gadw",
      says: "Eich ffeiliau a’ch atebion. Nid oes dim yn gadael y ddyfais hon, ac nid oes dim o’ch pethau chi’n aros oni bai eich bod yn ei gadw.",
    },
    leaving: {
      term: "Gadael",
      says: "Mae “Gadael ar unwaith”, neu Shift dair gwaith, yn dangos tudalen gyffredin: nodiadau, neu’r tywydd. Ni all glirio’r hanes.",
    },
    somebody: "Ar gyfer rhywun rwy’n poeni amdanynt",
    before: "Deuddeg cwestiwn, tua phedair munud. Cewch hepgor unrhyw un. Nid oes dim yn cael ei gadw oni bai eich bod yn dweud.",
    begin: "Dechrau",
    beenHere: "Rwyf wedi bod yma o’r blaen",
    accessibility: "Hygyrchedd",
    withoutScript:
      "Ar y ddyfais hon gallwch ddarllen yma: y cwestiynau, beth mae’r heddlu’n edrych amdano, a rhifau i’w ffonio. I ateb yma, neu i ddod â negeseuon i mewn, mae angen JavaScript ar y dudalen hon.",
  },
  forSomebody: {
    title: "Ar gyfer rhywun rwy’n poeni amdanynt",
    below: "Atebwch hyd y gwyddoch. Gallwch fod yn anghywir.",
    danger: "Maen nhw mewn perygl nawr: {emergency}",
    rows: [
      ["Yn gyntaf", "Gofynnwch iddyn nhw ar eu pen eu hunain: “Beth fyddai’n helpu?” Nhw sy’n penderfynu, nid chi."],
      ["Nid hyn", "Peidiwch ag ateb y person arall, na chwilio ffôn neb."],
      ["Cofnod", "Ysgrifennwch beth welsoch chi, a beth ddywedon nhw wrthych chi, ar wahân."],
      ["Ble", "Ysgrifennwch hyn yn eich nodiadau chi. Gall rhywun ddarllen beth rydych chi’n ei ysgrifennu atyn nhw ar eu ffôn."],
      ["Anfon", "Gofynnwch iddyn nhw yn gyntaf. Gallwch ddweud wrth yr heddlu heb roi enw."],
    ],
    before: "12 cwestiwn amdanyn nhw, tua 4 munud. Cewch hepgor unrhyw un.",
  },
  leavingPage: {
    title: "Cyn i chi ddechrau",
    says: [
      "Mae “Gadael ar unwaith” ar frig pob tudalen. Mae’n dangos tudalen gyffredin yn ei lle. Gallwch hefyd bwyso Shift dair gwaith.",
      "Nid yw’n clirio hanes eich porwr: gall rhywun sy’n edrych weld bod Notes ar agor.",
      "Pan fyddwch yn gadael, mae’r hyn nad ydych wedi’i gadw yn mynd.",
      "Efallai y bydd rhywun a roddodd ap ar y ffôn hwn yn dal i weld beth rydych chi’n ei wneud: defnyddiwch un arall os gallwch.",
    ],
    on: "Ymlaen at y cwestiynau",
  },
  asking: {
    place: { me: "Cwestiwn {n} o {all}", somebody: "Cwestiwn {n} o {all}, amdanyn nhw" },
    nothingSaved: "Nid oes dim wedi’i gadw eto",
    any: "Dewiswch bob un sy’n gywir.",
    next: "Nesaf",
    skip: "Hepgor",
    unsure: "Ddim yn siŵr",
    words: "Eich geiriau chi",
    howKnown: "Sut ydych chi’n gwybod?",
    waits: { title: "Ffoniwch {emergency} yn gyntaf. Mae’r cwestiynau’n aros.", on: "Ymlaen gyda’r cwestiynau" },
  },
  knownWords: { seen: "Fe’i gwelais", told: "Dywedon nhw wrthyf", thought: "Rwy’n meddwl" },
  questionWords: {
    me: {
      danger: { asks: "Oes rhywun mewn perygl ar hyn o bryd?", options: { yes: "Oes", no: "Nac oes" } },
      who: {
        asks: "Pwy yw e?",
        options: {
          "was-with": "Rhywun roeddwn i gyda nhw",
          known: "Rhywun rwy’n eu hadnabod",
          "not-known": "Rhywun nad wyf yn eu hadnabod",
          "nobody-knows": "Nid wyf yn gwybod pwy",
          several: "Mwy nag un person",
        },
      },
      since: { asks: "Ers pryd?", options: { days: "Dyddiau", weeks: "Wythnosau", months: "Misoedd", years: "Mwy na blwyddyn" } },
      reach: {
        asks: "Sut maen nhw’n eich cyrraedd chi?",
        options: {
          messages: "Negeseuon neu alwadau, ar unrhyw beth",
          silent: "Galwadau distaw neu o rif cudd",
          posts: "Postiadau neu sylwadau amdanoch chi, neu sy’n ymddangos fel pe baent ar eich cyfer chi",
          accounts: "Cyfrifon newydd ar ôl i chi eu rhwystro",
          gifts: "Anrhegion, llythyrau, pethau’n cael eu danfon",
          payments: "Taliadau bach gyda geiriau",
          others: "Drwy eich teulu, eich ffrindiau neu eich gwaith",
          "turning-up": "Ymddangos lle rydych chi",
          following: "Eich dilyn chi",
          outside: "Y tu allan i’ch cartref, eich gwaith neu eich ysgol",
        },
      },
      often: {
        asks: "Pa mor aml?",
        options: {
          once: "Unwaith",
          few: "Ychydig o weithiau",
          weeks: "Y rhan fwyaf o wythnosau",
          days: "Y rhan fwyaf o ddyddiau",
          "comes-and-goes": "Mae’n mynd ac yn dod",
        },
      },
      told: {
        asks: "Ydyn nhw’n gwybod nad ydych chi ei eisiau?",
        below: "Nid yw peidio â dweud na yn golygu ie. Hyd yn oed os gwnaethoch chi ateb.",
        options: {
          told: "Dywedais wrthyn nhw",
          "for-me": "Dywedodd rhywun wrthyn nhw ar fy rhan",
          "never-answered": "Atebais i ddim erioed",
          "not-dared": "Feiddiais i ddim dweud",
          "some-wanted": "Roeddwn eisiau peth ohono, nid hyn",
        },
      },
      after: {
        asks: "Beth ddigwyddodd wedyn?",
        options: {
          stopped: "Peidiodd",
          "went-on": "Aeth ymlaen",
          "another-way": "Daeth mewn ffordd arall",
          worse: "Aeth yn waeth",
          "began-again": "Peidiodd a dechrau eto",
        },
      },
      know: {
        asks: "Ydyn nhw’n gwybod pethau na ddylen nhw?",
        options: {
          where: "Ble rydych chi",
          said: "Beth ysgrifennoch chi neu ddywedoch chi",
          met: "Gyda phwy y gwnaethoch chi gyfarfod",
          phone: "Beth sydd ar eich ffôn",
        },
      },
      strange: {
        asks: "Oes unrhyw beth wedi bod yn rhyfedd gyda’ch ffôn, eich cyfrifon neu eich cartref?",
        options: {
          "log-ins": "Rhywun arall yn mewngofnodi",
          changed: "Newidiodd cyfrinair neu osodiad",
          devices: "Cloch drws, camera, seinydd neu ap car y gall rhywun arall ei ddefnyddio",
          tracker: "Tag neu draciwr",
          "in-hands": "Roedd y ffôn yn eu dwylo nhw",
        },
      },
      damage: {
        asks: "Oes unrhyw beth wedi’i ddifrodi, ei symud, ei gymryd, neu a aeth rhywun i mewn i rywbeth?",
        options: { damaged: "Difrodi", moved: "Symud", taken: "Cymryd", "got-into": "Mynd i mewn" },
      },
      threat: {
        asks: "Oes rhywun wedi bygwth unrhyw un o’r rhain?",
        options: {
          you: "Chi",
          close: "Rhywun agos",
          animal: "Anifail",
          themselves: "Eu hunain",
          pictures: "Dangos lluniau preifat",
        },
      },
      effect: {
        asks: "Beth mae wedi’i wneud i chi?",
        options: {
          frightened: "Mae ofn arnaf",
          "hurt-once": "Roeddwn yn meddwl y bydden nhw’n fy mrifo: unwaith",
          "hurt-more": "Roeddwn yn meddwl y bydden nhw’n fy mrifo: mwy nag unwaith",
          sleep: "Rwy’n cysgu’n wael",
          changed: "Newidiais fy ffordd, fy ngwaith, fy ffôn",
          people: "Rhoddais y gorau i weld pobl",
          moved: "Symudais",
          none: "Dim un o’r rhain",
        },
      },
    },
    somebody: {
      danger: { asks: "Oes rhywun mewn perygl ar hyn o bryd?", options: { yes: "Oes", no: "Nac oes" } },
      who: {
        asks: "Pwy yw e?",
        options: {
          "was-with": "Rhywun roedden nhw gyda nhw",
          known: "Rhywun maen nhw’n eu hadnabod",
          "not-known": "Rhywun nad ydyn nhw’n eu hadnabod",
          "nobody-knows": "Dydyn nhw ddim yn gwybod pwy",
          several: "Mwy nag un person",
        },
      },
      since: { asks: "Ers pryd?", options: { days: "Dyddiau", weeks: "Wythnosau", months: "Misoedd", years: "Mwy na blwyddyn" } },
      reach: {
        asks: "Sut mae’r person hwnnw’n eu cyrraedd nhw?",
        options: {
          messages: "Negeseuon neu alwadau, ar unrhyw beth",
          silent: "Galwadau distaw neu o rif cudd",
          posts: "Postiadau neu sylwadau amdanyn nhw, neu sy’n ymddangos fel pe baent ar eu cyfer nhw",
          accounts: "Cyfrifon newydd ar ôl iddyn nhw rwystro’r person hwnnw",
          gifts: "Anrhegion, llythyrau, pethau’n cael eu danfon",
          payments: "Taliadau bach gyda geiriau",
          others: "Drwy eu teulu, eu ffrindiau neu eu gwaith",
          "turning-up": "Ymddangos lle maen nhw",
          following: "Eu dilyn nhw",
          outside: "Y tu allan i’w cartref, eu gwaith neu eu hysgol",
        },
      },
      often: {
        asks: "Pa mor aml?",
        options: {
          once: "Unwaith",
          few: "Ychydig o weithiau",
          weeks: "Y rhan fwyaf o wythnosau",
          days: "Y rhan fwyaf o ddyddiau",
          "comes-and-goes": "Mae’n mynd ac yn dod",
        },
      },
      told: {
        asks: "Ydy’r person arall yn gwybod nad ydyn nhw ei eisiau?",
        below: "Nid yw peidio â dweud na yn golygu ie. Hyd yn oed os gwnaethon nhw ateb.",
        options: {
          told: "Dywedon nhw wrth y person hwnnw",
          "for-me": "Dywedodd rhywun ar eu rhan",
          "never-answered": "Atebon nhw ddim erioed",
          "not-dared": "Feiddion nhw ddim dweud",
          "some-wanted": "Roedden nhw eisiau peth ohono, nid hyn",
        },
      },
      after: {
        asks: "Beth ddigwyddodd wedyn?",
        options: {
          stopped: "Peidiodd",
          "went-on": "Aeth ymlaen",
          "another-way": "Daeth mewn ffordd arall",
          worse: "Aeth yn waeth",
          "began-again": "Peidiodd a dechrau eto",
        },
      },
      know: {
        asks: "Ydy’r person hwnnw’n gwybod pethau amdanyn nhw na ddylai neb eu gwybod?",
        options: {
          where: "Ble maen nhw",
          said: "Beth ysgrifennon nhw neu ddywedon nhw",
          met: "Gyda phwy y gwnaethon nhw gyfarfod",
          phone: "Beth sydd ar eu ffôn",
        },
      },
      strange: {
        asks: "Oes unrhyw beth wedi bod yn rhyfedd gyda’u ffôn, eu cyfrifon neu eu cartref?",
        options: {
          "log-ins": "Rhywun arall yn mewngofnodi",
          changed: "Newidiodd cyfrinair neu osodiad",
          devices: "Cloch drws, camera, seinydd neu ap car y gall rhywun arall ei ddefnyddio",
          tracker: "Tag neu draciwr",
          "in-hands": "Roedd eu ffôn yn nwylo’r person hwnnw",
        },
      },
      damage: {
        asks: "Oes unrhyw beth wedi’i ddifrodi, ei symud, ei gymryd, neu a aeth rhywun i mewn i rywbeth?",
        options: { damaged: "Difrodi", moved: "Symud", taken: "Cymryd", "got-into": "Mynd i mewn" },
      },
      threat: {
        asks: "Oes rhywun wedi bygwth unrhyw un o’r rhain?",
        options: {
          you: "Nhw",
          close: "Rhywun agos atyn nhw",
          animal: "Anifail",
          themselves: "Bywyd y person hwnnw ei hun",
          pictures: "Dangos lluniau preifat",
        },
      },
      effect: {
        asks: "Beth mae wedi’i wneud iddyn nhw?",
        options: {
          frightened: "Mae ofn arnyn nhw",
          "hurt-once": "Roedden nhw’n meddwl y byddai’r person hwnnw’n eu brifo: unwaith",
          "hurt-more": "Roedden nhw’n meddwl y byddai’r person hwnnw’n eu brifo: mwy nag unwaith",
          sleep: "Maen nhw’n cysgu’n wael",
          changed: "Newidion nhw eu ffordd, eu gwaith, eu ffôn",
          people: "Rhoddon nhw’r gorau i weld pobl",
          moved: "Symudon nhw",
          none: "Dim un o’r rhain",
        },
      },
    },
  },
  result: {
    unasked: "Beth mae’r heddlu’n edrych amdano: pedwar gair",
    head: {
      all: "Mae’r hyn rydych chi’n ei ddisgrifio yn cyd-fynd ag arwyddion stelcian.",
      some: "Mae rhywfaint o’r hyn rydych chi’n ei ddisgrifio yn cyd-fynd ag arwyddion stelcian.",
    },
    notAScore: "Nid sgôr yw hwn. Dim ond pobl all benderfynu beth ydyw.",
    danger:
      "Gall rhywfaint o’r hyn a ddywedoch chi waethygu’n gyflym. Os bydd: {emergency}. Does dim rhaid i chi aros, na bod yn siŵr, i siarad â rhywun heddiw.",
    nothing: "Ddywedoch chi ddim byd am hyn.",
    once: "Gall unwaith fod yn ddigon i ofyn am help, ac i’w ysgrifennu.",
    next: "Beth allech chi ei wneud nesaf",
    change: "Beth allai newid hyn",
    changeNothing: "Ateboch chi bob cwestiwn. Gall yr hyn sy’n digwydd o hyn ymlaen ei newid.",
    unsure: "Doeddech chi ddim yn siŵr:",
    open: "Gwnaethoch chi hepgor, neu ddewis dim:",
    answers: "Yn ôl at fy atebion",
    keep: "Cadw hyn yn fy nodiadau",
    throwAway: "Taflu’r atebion hyn.",
    historySays: "Mae hanes y porwr yn dal i ddweud: Notes.",
  },
  resultFor: {
    me: {
      cannotTell: "O’r atebion hyn ni allwn ddweud. Os yw’n codi ofn arnoch chi, mae hynny’n ddigon o reswm i siarad â rhywun.",
      themselves: "Nid chi yw’r achos. Os oes bywyd mewn perygl: {emergency}.",
      four: {
        fixated: { name: "Wedi hoelio sylw", says: "Mae’n dod yn ôl at un person o hyd." },
        obsessive: { name: "Obsesiynol", says: "Mae’n mynd ymlaen er nad yw’n cael dim." },
        unwanted: { name: "Digroeso", says: "Dydych chi ddim ei eisiau, wedi’i ddweud neu beidio." },
        repeated: { name: "Ailadroddus", says: "Mwy nag unwaith. Gall dwywaith fod yn ddigon." },
      },
      next: {
        talk: { do: "Siaradwch â rhywun sy’n deall hyn.", says: ["{helpline}"] },
        write: { do: "Ysgrifennwch beth sy’n digwydd.", says: ["Mae ychydig eiriau bob tro yn ddigon."] },
        police: {
          do: "Dywedwch wrth yr heddlu.",
          says: ["{police}. {emergency} os oes rhywun mewn perygl. Does dim angen prawf na chofnod arnoch chi."],
        },
        accounts: {
          do: "Edrychwch ar gyfrifon a ffôn mewn trefn ofalus.",
          says: [
            "Cyfrifon yn gyntaf. Gall pwy bynnag sydd ynddyn nhw sylwi ar newid, felly siaradwch am hyn â rhywun cyn i chi newid unrhyw beth.",
          ],
        },
      },
    },
    somebody: {
      cannotTell:
        "O’r atebion hyn ni allwn ddweud. Os yw’n codi ofn arnyn nhw, neu arnoch chi, mae hynny’n ddigon o reswm i siarad â rhywun.",
      themselves: "Nid nhw yw’r achos, na chi chwaith. Os oes bywyd mewn perygl: {emergency}.",
      four: {
        fixated: { name: "Wedi hoelio sylw", says: "Mae’n dod yn ôl at un person o hyd." },
        obsessive: { name: "Obsesiynol", says: "Mae’n mynd ymlaen er nad yw’n cael dim." },
        unwanted: { name: "Digroeso", says: "Dydyn nhw ddim ei eisiau, wedi’i ddweud neu beidio." },
        repeated: { name: "Ailadroddus", says: "Mwy nag unwaith. Gall dwywaith fod yn ddigon." },
      },
      next: {
        talk: { do: "Siaradwch â rhywun sy’n deall hyn.", says: ["Gallwch ffonio ar ran rhywun arall.", "{helpline}"] },
        write: {
          do: "Ysgrifennwch beth welsoch chi, a beth ddywedon nhw wrthych chi.",
          says: ["Mae ychydig eiriau bob tro yn ddigon. Cadwch y ddau ar wahân."],
        },
        police: {
          do: "Gofynnwch iddyn nhw cyn i chi ddweud wrth yr heddlu.",
          says: ["{police}. {emergency} os oes rhywun mewn perygl. Does dim angen prawf na chofnod ar neb."],
        },
        accounts: {
          do: "Gadewch eu cyfrifon a’u ffôn iddyn nhw.",
          says: [
            "Cyfrifon yn gyntaf. Gall pwy bynnag sydd ynddyn nhw sylwi ar newid, felly siaradwch am hyn â rhywun cyn i unrhyw beth gael ei newid.",
          ],
        },
      },
    },
  },
  thrown: { title: "Mae eich atebion wedi’u taflu", on: "Mynd i’r dechrau" },
  helpPage: {
    title: "Help nawr",
    danger: "Perygl nawr",
    later: {
      title: "Nid ar y funud hon",
      says: "Ffoniwch yr heddlu ar {police}. Dywedwch ei fod yn dal i ddigwydd. Does dim angen prawf na llinell amser arnoch chi i roi gwybod. Os ydych chi’n meddwl mai stelcian yw e, gallwch ddweud hynny.",
    },
    people: "Pobl sy’n gwybod am hyn yn dda",
    before: {
      title: "Cyn i chi ffonio",
      says: "Mae galwad yn aros yn rhestr galwadau’r ffôn hwn, a gall fod ar fil sy’n cael ei rannu. Nid yw ffôn ffrind yn gadael y naill na’r llall gyda chi.",
    },
    leaving: {
      title: "I adael y dudalen hon",
      says: "Mae “Gadael ar unwaith”, neu bwyso Shift dair gwaith, yn cau popeth ac yn dangos tudalen gyffredin: nodiadau, neu’r tywydd. Ni all glirio hanes y porwr.",
    },
    back: "Yn ôl i’r lle roeddwn i",
  },
  removing: {
    title: "Dileu ffeiliau’r ap ei hun o’r porwr hwn",
    held: "Collir yr hyn y daethoch ag ef i mewn, a deipioch neu a wnaethoch yma heb ei gadw. Mae’r ffeiliau a ddewisoch yn aros fel y maen nhw.",
    rows: [
      ["Yn mynd", "Tudalennau’r ap hwn. I’w agor eto, rhaid i’w gyfeiriad ateb: nid yw’n agor heb rwydwaith bellach."],
      [
        "Yn aros",
        "“Notes” yn hanes y porwr hwn, y gallwch ei glirio yno, y ffeiliau a gadwoch, a’r nodiadau rydych chi’n eu cadw yma, dan glo.",
      ],
    ],
    remove: "Eu dileu",
    removed: "Mae ffeiliau’r ap ei hun wedi’u dileu",
    failed: "Ni ellid dileu popeth",
    failedSays: "Gwrthododd y porwr. Gall ei osodiadau ei hun wneud hynny: dilëwch ddata’r wefan “localhost”.",
    close:
      "Mae “Notes” yn aros yn hanes y porwr hwn, a’r ffeiliau a gadwoch hefyd, a’r nodiadau rydych chi’n eu cadw yma, dan glo. Caewch y dudalen hon nawr.",
  },
  fetching: {
    title: "Yn nôl gweddill y tudalennau hyn",
    missing: "Ni ellid nôl gweddill y tudalennau hyn",
    missingSays:
      "Y tro cyntaf, daw o gyfeiriad y dudalen hon, ac nid oes dim yn ateb yno nawr. Dechreuwch ef eto, neu arhoswch am y rhwydwaith. Mae’r hyn a ateboch yma o hyd: gallwch fynd yn ôl ato. Mae llwytho’r dudalen hon eto yn ei anghofio.",
    tryAgain: "Ceisio eto",
    loadAgain: "Llwytho’r dudalen hon eto",
  },
};
