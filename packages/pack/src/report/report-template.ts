/**
 * The report's layout in Typst 0.14. Words come from `data.json` and are printed as strings; `serif-chain` and `mono-chain` are set before
 * it. Black and white: what a picture means survives a photocopier.
 *
 * [Note: The chronology is paragraphs] A table of 10,000 rows takes 1.1 GB in the typesetter and a tagged PDF of 17 MB; the same rows as
 * paragraphs with hanging columns take a third and a quarter of that. Short tables are tables.
 */
export const reportTemplate: string = String.raw`
#let d = json("data.json")
#let title = "Account and schedule of material — not a witness statement"
#set document(title: title, date: datetime(year: d.date.year, month: d.date.month, day: d.date.day, hour: d.date.hour, minute: d.date.minute, second: d.date.second))
#set text(font: serif-chain, fallback: false, lang: "en", region: "GB", size: 10pt, number-type: "lining")
#set par(leading: 0.68em, spacing: 0.9em, justify: false)
#show raw: set text(font: mono-chain, fallback: false, size: 8.4pt)

#let margin-left = 34mm
#let column = 153mm
#let gutter = 25mm
#let small = 8.6pt
#let soft = luma(70)

// Words that somebody wrote: a string, or a string with the side it begins on.
#let words(w) = if type(w) == str { w } else if w.rightToLeft { text(dir: rtl, w.words) } else { w.words }
#let page-of(name) = context { let found = query(label(name)); if found.len() > 0 [page #counter(page).at(found.first().location()).first()] else [below] }
#let row-size = 9.2pt
#let wide(sample) = measure(text(size: row-size, sample)).width
#let columns-line() = context block(above: 0pt, below: 0pt, width: 100%, text(size: 8pt, style: "italic", { box(width: wide(d.chronology.columns.number))[No.]; box(width: wide(d.chronology.columns.time))[Time]; [What happened]; h(1fr); [Known by]; if d.chronology.laws.len() > 0 [ · law] }))
#let running(name) = text(size: 8pt, { words(d.who); h(1fr); name })
#set page(
  paper: "a4",
  margin: (left: margin-left, right: 210mm - margin-left - column, top: 27mm, bottom: 26mm),
  header: running([Made #d.made]),
  header-ascent: 6mm,
  footer: { line(length: 100%, stroke: 0.4pt + luma(120)); v(-0.5em); text(size: 8pt, { title; h(1fr); [Pack #d.packId]; h(1fr); context [Page #counter(page).display() of #counter(page).final().first()] }) },
  footer-descent: 30%,
)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): it => block(above: 0pt, below: 8pt, text(size: 15pt, it.body))
#show heading.where(level: 2): it => block(above: 14pt, below: 7pt, text(size: 11pt, it.body))
#show heading.where(level: 3): it => block(above: 10pt, below: 5pt, text(size: 1em, it.body))

// An exhibit number in the margin, beside what follows.
#let beside(exhibits) = place(dx: -gutter, box(width: gutter - 3mm, align(right, par(leading: 0.4em, text(size: 7.6pt, weight: "bold", exhibits)))))
#let note(body) = text(size: small, fill: soft, body)
#let items(list, mark) = for (i, item) in list.enumerate() { block(spacing: 6pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", mark(i)), words(item))) }

// A picture: shapes as SVG with its words for somebody who cannot see it, labels as text over it (drawing-svg.ts).
#let draw(picture) = {
  // A picture of many years is drawn smaller, so that its sentence stands on the same page.
  let k = calc.min(column / picture.width, 125mm / picture.height)
  let label(l) = {
    let body = text(size: l.size * k, fill: luma(l.grey), weight: if l.bold { "bold" } else { "regular" }, top-edge: "baseline", bottom-edge: "baseline", l.text)
    let room = 2 * column
    let x = l.x * k - if l.anchor == "start" { 0pt } else if l.anchor == "middle" { room / 2 } else { room }
    place(dx: x, dy: l.y * k, box(width: room, align(if l.anchor == "start" { left } else if l.anchor == "middle" { center } else { right }, body)))
  }
  box(width: picture.width * k, height: picture.height * k, {
    place(image(bytes(picture.svg), format: "svg", width: picture.width * k, height: picture.height * k, alt: picture.alt))
    pdf.artifact(picture.labels.map(label).join())
  })
}

// First page
#set par(leading: 0.62em)
#block(above: 0pt, below: 9pt, text(size: 18pt, { strong[Account and schedule of material]; linebreak(); [— not a witness statement] }))
#line(length: 100%, stroke: 1.2pt)
#v(2pt)
#let facts = (
  ([Who], [#strong(words(d.who)). How to reach them: not in this report.]),
  ([About], [Acts that #words(d.who) says are by #strong(words(d.first.about)). Which numbers and accounts, and what the files hold of each, is on #page-of("people").]),
) + if d.first.to != none { (([To], words(d.first.to)),) } else { () } + if d.first.danger == none { (([Danger now], [Nothing is stated in this report.]),) } else { () }
#grid(columns: (23mm, 1fr), row-gutter: 8pt, ..facts.map(((name, fact)) => (emph(name), fact)).flatten())
#if d.first.danger != none { block(width: 100%, stroke: 1.4pt, inset: 8pt, above: 10pt, below: 4pt)[#strong[Danger now.] #words(d.first.danger)] }

#heading(level: 2)[What is asked]
#items(d.first.asks, i => "abcdefghijklmnopqrstuvwxyz".at(calc.min(i, 25)))

#heading(level: 2)[The pattern in #if d.first.lines.len() > 9 [ten lines] else if d.first.lines.len() > 1 [#d.first.lines.len() lines] else [one line]]
#for (i, one) in d.first.lines.enumerate() {
  block(spacing: 5.4pt, { beside(one.exhibits); grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", str(i + 1)), words(one.text)) })
}
#note[Each line was counted from the acts in the pack; the margin names the exhibits, +3 for three more; how, and what could change it, is on #page-of("pattern") and after. “You” in them is #words(d.who). No line says who held a phone, or what it is in law. #if d.first.moreFindings > 0 [#d.first.moreFindings more stand there.]]

#heading(level: 2)[How to check this without trusting anybody]
The paper is a copy; the original is the sealed pack #d.packId. Ordinary tools check it. These are the first commands of VERIFY.md in the pack:
#block(inset: (left: 8mm), raw(block: true, "mkdir pack\nage -d -i key.txt " + d.packId + ".age | tar -x -C pack\ncd pack\nsha256sum --strict --quiet -c tagmanifest-sha256.txt\nsha256sum --strict --quiet -c manifest-sha256.txt\nminisign -V -p ../known-signer.pub -m tagmanifest-sha256.txt \\\n  -x seal/tagmanifest-sha256.txt.minisig"))
known-signer.pub is the signer’s public key, handed over beside the pack. Compare it:
#block(inset: (left: 8mm), raw(block: true, d.first.signerKey))
#note[The SHA-256 of each original is on #page-of("schedule"). The hash of tagmanifest-sha256.txt covers this page and cannot stand on it: it is told with the pack. A match shows that nothing was altered since it was sealed; not who held a phone, that a chat is complete, or that a text was not edited before.]

// The pattern
#set par(leading: 0.68em)
#set page(header: running[The pattern])
#heading(level: 1)[The pattern] <pattern>
#note[In these sentences “you” is #words(d.pattern.you). They are counts of the acts in the files; none is a score, and none says that an offence was committed.]
#if d.pattern.common.len() > 0 { block(above: 8pt, note({ emph[Could change more than one, numbers in brackets where not all: ]; d.pattern.common.map(words).join([ ]) })) }
#if d.pattern.findings.len() == 0 [

  The rules found no pattern in the acts. The acts themselves follow.
]
#for (i, f) in d.pattern.findings.enumerate() {
  block(above: 16pt, below: 6pt, sticky: true, { beside(f.exhibits); heading(level: 3, outlined: false, { str(i + 1); [. ]; words(f.says) }) })
  if f.drawing != none {
    block(above: 4pt, below: 5pt, draw(f.drawing))
    block(below: 4pt, note({ f.drawing.title; if f.drawing.note != "" { [ ]; f.drawing.note } }))
  }
  block(above: 5pt, note({ emph[How this was worked out: ]; words(f.how); [ It rests on #f.acts.]; if f.rule != none { [ ]; emph[Read against: ]; words(f.rule) } }))
  block(above: 4pt, note({ emph[Could change it: ]; if f.couldChange.len() > 0 { f.couldChange.map(words).join([ ]) } else if f.refersToCommon [what is said above.] else [nothing that is known.]; if f.hasTable [ Table #(i + 1), #page-of("table-" + str(i + 1)).] }))
}

// Chronology. The names of the columns stand on every page: on the first after the notes, then in the header.
#set page(header: { running[Chronology]; context if here().page() > locate(<chronology>).page() { v(9pt, weak: false); columns-line() } })
#heading(level: 1)[Chronology] <chronology>
#note(words(d.chronology.rule)) \
#note[Times are #d.chronology.zone; where only a span is known, the span is printed. In small type, the time as its source wrote it. The number is the act’s line in acts.jsonl.gz. Which numbers and accounts are said to be of #words(d.pattern.them) is on #page-of("people"). _Known by_: record, read from a file whose bytes are in the pack; account, written down by the person; picture, a screenshot; check, a check-up.]
#if d.chronology.laws.len() > 0 { block(above: 6pt, note({ [Letters: examples in law of what such an act can be, not a finding. ]; d.chronology.laws.map(law => { strong(law.code); [ ]; words(law.says) }).join([; ]); [.] })) }
#block(above: 10pt, below: 2pt, columns-line())
// One paragraph a row: figures are of one width and padded with figure spaces, so that number and time make columns without boxes.
#let act-row(r, hang) = {
  let foot = { linebreak(); text(size: 7.4pt, { r.small.words; h(1fr); r.known }) }
  let head = { box(width: gutter - 3mm, align(right, text(size: 7.6pt, weight: "bold", r.exhibits))); h(3mm); r.lead }
  if r.text == none { par(hanging-indent: hang, { head; r.what.words; foot }) } else if not r.text.rightToLeft { par(hanging-indent: hang, { head; r.what.words + ": “" + r.text.words + "”"; foot }) } else {
    par(hanging-indent: hang, { head; r.what.words; foot })
    block(inset: (left: hang), above: 4pt, width: 100%, { set text(dir: rtl); "“" + r.text.words + "”" })
  }
}
#context {
  let hang = gutter + wide(d.chronology.columns.number) + wide(d.chronology.columns.time)
  set text(size: row-size)
  set par(leading: 0.5em, spacing: 6.4pt)
  pad(left: -gutter, for day in d.chronology.days {
    block(above: 10pt, below: 6pt, sticky: true, width: column + gutter, inset: (left: gutter), {
      line(length: 100%, stroke: 0.5pt)
      v(-0.4em)
      heading(level: 3, outlined: false, bookmarked: false, { day.day; if day.rows.len() > 0 { h(1fr); text(weight: "regular", size: 8pt, day.count) } })
    })
    for stated in day.stated { block(width: column + gutter, inset: (left: gutter), block(width: 100%, fill: luma(238), inset: (x: 3pt, y: 4pt), text(style: "italic", words(stated)))) }
    for r in day.rows { act-row(r, hang) }
  })
}
#if d.chronology.days.len() == 0 [No act is in the pack.]

// Impact
#set page(header: running[What it has done, and the schedule of exhibits])
#heading(level: 1)[What it has done] <impact>
#if d.impact == none [#words(d.who) has written nothing here yet.] else {
  note[In the words of #words(d.who).]
  for paragraph in d.impact { block(width: 100%, above: 8pt, if paragraph.rightToLeft { set text(dir: rtl); paragraph.words } else { paragraph.words }) }
}

// Schedule
#let thin = 0.4pt + luma(150)
#let row-lines(head) = (x, y) => if y == head - 1 { (bottom: 0.7pt + black) } else { (bottom: thin) }
#heading(level: 1)[Schedule of exhibits] <schedule>
#note[#d.schedule.total Each was hashed before it was read and has not been rewritten. manifest-sha256.txt in the pack is the full list. #d.schedule.tool]
#show table.cell: set text(size: 9pt)
#set table(inset: (x: 3pt, y: 4pt), align: left + top)
#if d.schedule.rows.len() > 0 {
  pad(left: -gutter + 3mm, table(
    columns: (gutter - 3mm, 1fr, 64mm, 19mm, 15mm),
    align: (right, left, left, right, right),
    stroke: (x, y) => if x == 0 { none } else { row-lines(1)(x, y) },
    table.header(text(size: 8pt, emph[Exhibit]), emph[What it is], emph[Its SHA-256, what was read from it], emph[Size], emph[Acts]),
    ..d.schedule.rows.map(r => (text(weight: "bold", size: 8pt, r.number), words(r.name), { raw(r.hash.join("\n"), block: true); text(size: 7.6pt, fill: soft, { r.importers; if r.span != "" { [; ]; r.span } }) }, r.size, r.acts)).flatten()
  ))
}
#if d.schedule.more > 0 [#d.schedule.more more exhibits are in manifest-sha256.txt.]

#heading(level: 2)[What is missing or uncertain] <uncertain>
#for (i, item) in d.uncertain.enumerate() { block(spacing: 6pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", str(i + 1)), { strong(item.head); [ ]; words(item.says) })) }

#heading(level: 2)[Rule by which acts were chosen]
#words(d.selection.rule) #if d.selection.moreExists.len() > 0 { strong[More exists: ]; d.selection.moreExists.map(words).join([; ]); [.] }

#heading(level: 2)[Numbers and accounts] <people>
#note[Whose each is, is what #words(d.who) says. What the files show is the number, account or name that stands there.]
#if d.people.rows.len() > 0 {
  table(columns: (1fr, 36mm, 15mm, 62mm), align: (left, left, right, left), stroke: row-lines(1),
    table.header(emph[As the source wrote it], emph[Said to be of], emph[Acts], emph[From, to]),
    ..d.people.rows.map(r => (words(r.identity), words(r.whose), r.acts, r.span)).flatten())
}
#if d.people.more > 0 [#d.people.more more stand in acts.jsonl.gz.]

#heading(level: 2)[How to verify]
Open the pack with the receiver’s key (age), then check both manifests (sha256sum) and the signature over the tag manifest (minisign) with a key that came from outside the pack, as on page 1; where bag-info.txt declares a time-stamp or a log, VERIFY.md says how openssl and a transparency-log tool check them. The same is done in one step by: #raw("unmask verify PACK --signer KEY"). #if d.claims [This file claims conformance to PDF/A-2a; no validator was run.] else [This file is tagged and claims no standard.]

#if d.tables.len() > 0 {
  set page(header: running[Tables])
  heading(level: 1)[Tables]
  note[The numbers behind the findings, one table each, numbered as they are.]
  for t in d.tables {
    let count = t.columns.len()
    let size = if count <= 6 { 8.6pt } else if count <= 10 { 7.6pt } else if count <= 16 { 6.6pt } else { 5.4pt }
    [#block(above: 14pt, below: 5pt, sticky: true, heading(level: 2, outlined: false, { [Table #t.number. ]; words(t.says) })) #label("table-" + str(t.number))]
    {
      show table.cell: set text(size: size)
      set table(inset: (x: if count > 10 { 1pt } else { 3pt }, y: 2.4pt))
      table(columns: range(count).map(i => if i == 0 or not t.numeric.at(i) { auto } else { 1fr }), align: (x, y) => if x < count and t.numeric.at(x) { right } else { left }, stroke: row-lines(1),
        table.header(..t.columns.map(c => emph(words(c)))),
        ..t.rows.flatten().map(words))
    }
    if t.more > 0 { note[#t.more more rows; all numbers follow from acts.jsonl.gz.] }
  }
}
`;
