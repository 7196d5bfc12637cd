/**
 * The report: at most eight pages that stand alone (docs/formats/report.md). Each part has a height of its own, and what does not fit it is in
 * the chronology. Preceded by `pageTemplate`.
 *
 * [Note: Parts that fit] The typesetter measures each row and each picture before it is placed, because only it knows how a text breaks. A part
 * that takes what fits, in a printed order, cannot make the paper longer, whatever somebody wrote.
 */
export const reportTemplate: string = String.raw`
// Heights of the parts. With the first page they make seven pages, and one is left for what breaks badly.
#let most-asks = 44mm
#let most-loss = 40mm
#let most-continued = 84mm
#let most-near = 376mm
#let most-pattern = 446mm
#let most-sentences = 172mm
#let finding-gap = 9pt
#let most-people = 62mm
#let most-exhibits = 105mm
#let most-doubt = 150mm
#let picture-height = 58mm

// First page
#set par(leading: 0.62em)
#front([Account and schedule of material], [— not a witness statement])
#let facts = (
  ([Who], [#strong(words(d.who)). How and when to reach #words(d.who): not in this report.]),
  ([About], [Acts that #words(d.who) says are by #strong(words(d.them)). #words(d.first.between) The numbers and accounts: #page-of("people").]),
  ([To], words(d.first.to)),
  ([Before], words(d.first.earlier)),
)
#grid(columns: (23mm, 1fr), row-gutter: 7pt, ..facts.map(((name, fact)) => (emph(name), no-widow(fact))).flatten())
#block(width: 100%, stroke: 1.4pt, inset: 8pt, above: 9pt, below: 4pt)[#strong[Danger now.] #words(d.first.danger)]

#heading(level: 2)[What is asked]
#let letters = "abcdefghijklmnopqrstuvwxyz"
#let ask(i, one) = block(above: 6pt, below: 0pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", letters.at(calc.min(i, 25))), words(one)))
#let loss-table(rows, measured: false) = pad(left: 8mm, lined(if measured { none } else { ([Ask for it], [What], [Whose word that is]) }, columns: (43mm, 1fr, 42mm),
  rows.map(r => ({ strong(r.when); if r.rest != "" { linebreak(); r.rest } }, words(r.what), words(r.from))).flatten()))
#context {
  let rows = d.first.asks.enumerate().map(((i, one)) => ask(i, one))
  let count = fitting(rows, most-asks, gap: 6pt)
  for row in rows.slice(0, count) { row }
  if count < rows.len() { note[#(rows.len() - count) more are at the end of the chronology.] }
  if d.first.loss.len() > 0 {
    // One at least: what must be asked for soonest is on this page, however long it is.
    let lost = calc.max(1, fitting(d.first.loss.map(r => loss-table((r,), measured: true)), most-loss))
    block(above: 6pt, below: 3pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", letters.at(calc.min(count, 25))), [That the evidence named here is asked for before it is lost#if lost < d.first.loss.len() [; #(d.first.loss.len() - lost) more at the end of the chronology]:]))
    loss-table(d.first.loss.slice(0, lost))
  }
  let notes = (d.first.asksNote, d.first.lossNote).filter(n => n != none).map(words)
  block(above: 6pt, below: 0pt, note((..notes, [The acts are to be read together, as a whole, and not one by one.]).join([ ])))
}

#let standing(i, one) = block(above: 5pt, below: 0pt, breakable: false, { beside(one.exhibits); grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(size: 9.4pt, weight: "bold", str(i + 1)), text(size: 9.4pt, no-widow(words(one.line)))) })
#let all-lines = d.first.lines + d.first.counts
#let lines-on-first-page = state("lines-on-first-page", 0)
#let told-below(shown) = block(above: 8pt, below: 0pt, note[#words(d.first.counted) #if d.first.heldBack != "" [#d.first.heldBack ]The margin names the exhibits. What could change a line is on #page-of("pattern") and after. The order is a fixed rule, no score: #page-of("pattern").#if shown < d.first.lines.len() [ #(d.first.lines.len() - shown) more are on the next page.] #if calc.max(shown, d.first.lines.len()) < all-lines.len() [ #(all-lines.len() - calc.max(shown, d.first.lines.len())) more: #page-of("pattern"), or the chronology.] No line says who held a phone, or what it is in law.])
#if all-lines.len() > 0 { heading(level: 2)[What stands out] }
#context {
  // From here to the foot of the page, less what is said below the lines.
  let height(body) = measure(block(width: column, body)).height
  let room = 297mm - 26mm - here().position().y - height(told-below(0)) - 16pt
  let rows = all-lines.enumerate().map(((i, one)) => standing(i, one))
  let count = fitting(rows, room, gap: 5pt)
  for row in rows.slice(0, count) { row }
  lines-on-first-page.update(count)
  told-below(count)
}

// Where she was, and into what is hers
#pagebreak(weak: true)
#set par(leading: 0.68em)
#set page(header: running[In person, and into home and accounts])
#context {
  let shown = lines-on-first-page.get()
  let rows = d.first.lines.enumerate().map(((i, one)) => standing(i, one)).slice(calc.min(shown, d.first.lines.len()))
  if rows.len() > 0 {
    heading(level: 2)[What stands out, continued]
    let count = fitting(rows, most-continued, gap: 5pt)
    for row in rows.slice(0, count) { row }
    if count < rows.len() { note[#(rows.len() - count) more: #page-of("pattern").] }
    v(14pt)
  }
}
#heading(level: 1)[Acts in person, and into home and accounts] <near>
#let near-columns = (12mm, 29mm, 1fr, 27mm, 22.5mm) + if d.near.letters != none { (15mm,) } else { () }
#let near-cells(r) = (r.number, { r.day; linebreak(); r.time }, { text(weight: "bold", r.kind); [. ]; words(r.what) }, { strong(words(r.who)); linebreak(); r.sure }, r.known) + if d.near.letters != none { (r.letters,) } else { () }
#let near-table(rows, heads) = pad(left: -gutter, table(columns: (gutter, ..near-columns), stroke: (x, y) => if x == 0 { none } else { row-lines(heads)(x, y) },
  ..if heads == 1 { (table.header([], emph[No.], emph[When], emph[In the words of the source], emph[Who], emph[Known by], ..if d.near.letters != none { (emph[Can be\*],) }),) } else { () },
  ..rows.map(r => (align(right, text(size: 7.6pt, weight: "bold", r.exhibits)), ..near-cells(r))).flatten()))
#if d.near.rows.len() == 0 [No act of these kinds is in the files: no visit, following, thing left, damage or break-in, and nothing into accounts and devices.] else {
  context {
    let count = fitting(d.near.rows.map(r => near-table((r,), 0)), calc.min(most-near, (3 - here().page()) * 244mm + 297mm - 26mm - here().position().y - 40mm), width: column + gutter)
    let shown = d.near.rows.slice(0, count).sorted(key: r => r.row)
    if d.near.letters != none { note[\* #words(d.near.letters) ] }
    let acts = shown.map(r => r.acts).sum()
    note(if acts == d.near.total [All #d.near.total, in order of time; the program left none out.] else [#acts of #d.near.total, chosen by a rule: #words(d.near.rule) The others are in the chronology under their numbers.])
    if d.near.alike != none { note[ #d.near.alike] }
    near-table(shown, 1)
  }
}

// What they wrote, in what is left of the two pages
#let wrote-table(rows, heads) = pad(left: -gutter, table(columns: (gutter, 12mm, 31mm, 1fr, 29mm), stroke: (x, y) => if x == 0 { none } else { row-lines(heads)(x, y) },
  ..if heads == 1 { (table.header([], emph[No.], emph[When], emph[Words], emph[Whose]),) } else { () },
  ..rows.map(r => (align(right, text(size: 7.6pt, weight: "bold", r.exhibits)), str(r.row), { r.day; linebreak(); r.time }, { words(r.what); [ ]; text(size: 7.6pt, fill: soft, r.channel) }, words(r.who))).flatten()))
#context {
  // To the foot of page 3, less the heading and a row that would not fit the foot of a page.
  let room = 297mm - 26mm - here().position().y + (3 - here().page()) * 244mm - 60mm
  let count = if room < 0mm { 0 } else { fitting(d.wrote.rows.map(r => wrote-table((r,), 0)), room, width: column + gutter) }
  if count > 0 {
    heading(level: 2)[What #words(d.wrote.them) wrote]
    note(if count == d.wrote.total [All #d.wrote.total with words, in order of time.] else [#count of #d.wrote.total with words, chosen by a rule: #d.wrote.rule. The others are in the chronology.])
    wrote-table(d.wrote.rows.slice(0, count).sorted(key: r => r.row), 1)
  }
}

// The pattern: sentences, then their pictures, then what could change them, as far as there is room
#set page(header: running[The pattern])
#heading(level: 1)[The pattern] <pattern>
#note[Counts of the acts in the files; none is a score, and none says that an offence was committed. #words(d.first.order) How each was worked out, its table, and all that could change it are in the chronology under the same number.]
#let sentence(i, f) = block(above: 0pt, below: 4pt, sticky: true, { beside(f.exhibits); heading(level: 3, outlined: false, { str(i + 1); [. ]; words(f.says) }) })
#let picture(f) = block(above: 3pt, below: 4pt, breakable: false, { draw(f.drawing, picture-height); v(2pt, weak: true); note({ f.drawing.title; if f.drawing.note != "" { [ ]; f.drawing.note } }) })
#let doubt(f) = block(above: 3pt, below: 0pt, note({ emph[Could change it: ]; f.shortDoubts.map(words).join([ ]) }))
#if d.findings.len() == 0 [The rules found no pattern in the acts. The acts themselves are in the chronology.] else {
  context {
    let height(body) = measure(block(width: column, body)).height
    let count = fitting(d.findings.enumerate().map(((i, f)) => sentence(i, f)), most-sentences, gap: finding-gap)
    let room = most-pattern - range(count).map(i => height(sentence(i, d.findings.at(i))) + finding-gap).sum(default: 0pt)
    // What there is room for beside the sentences: first every picture, in the order of the findings, then what could change each.
    let drawn = ()
    for i in range(d.findings.len()) {
      let f = d.findings.at(i)
      if f.drawing == none { continue }
      let needed = height(picture(f)) + 7pt + if i < count { 0pt } else { height(sentence(i, f)) + finding-gap }
      if needed <= room { room -= needed; drawn.push(i) }
    }
    let doubted = ()
    for i in range(count) {
      let f = d.findings.at(i)
      if f.shortDoubts.len() == 0 { continue }
      let needed = height(doubt(f)) + 3pt
      if needed <= room { room -= needed; doubted.push(i) }
    }
    // What is left of the room takes more sentences.
    let further = ()
    for i in range(count, d.findings.len()) {
      if i in drawn { continue }
      let needed = height(sentence(i, d.findings.at(i))) + finding-gap
      if needed > room { break }
      room -= needed
      further.push(i)
    }
    let shown = range(d.findings.len()).filter(i => i < count or i in drawn or i in further)
    for i in shown {
      let f = d.findings.at(i)
      block(above: finding-gap, below: 0pt, breakable: true, { sentence(i, f); if i in drawn { picture(f) }; if i in doubted { doubt(f) } })
    }
    if shown.len() < d.findings.len() { block(above: 9pt, note[#(d.findings.len() - shown.len()) more are in the chronology.]) }
  }
}

// Impact, people, exhibits, each in what is left of the page
#let left-on-page() = 297mm - 26mm - here().position().y
#set page(header: running[Impact, people and exhibits])
#heading(level: 1)[What it has done] <impact>
#if d.impact != none { note[In the words of #words(d.who).] }
#said-impact

#heading(level: 2)[Numbers and accounts] <people>
#note[Whose each is, is what #words(d.who) says. What the files show is the number, account or name that stands there.]
#if d.people.rows.len() > 0 {
  context {
    let count = fitting(d.people.rows.map(r => people-table((r,), measured: true)), calc.min(most-people, left-on-page() - 70mm))
    people-table(d.people.rows.slice(0, count))
    let more = d.people.rows.len() - count + d.people.more
    if more > 0 { note[#more more are in the chronology.] }
  }
}

#heading(level: 2)[Exhibits] <exhibits>
#note[#d.schedule.total In the order handed over. Each was hashed before it was read and has not been rewritten; its SHA-256 is in the chronology. An act that stands in two files is counted at both. From which device each comes, and by whom, when and how it was exported: #d.schedule.origin]
#let exhibit-table(rows, measured: false) = lined(if measured { none } else { ([Exhibit], [As it was named, and what it is], [The days that it covers], [Acts]) }, columns: (19mm, 1fr, 62mm, 13mm), align: (left, left, left, right),
  rows.map(r => (text(weight: "bold", size: 8pt, r.number), { words(r.name); [, ]; text(size: 7.6pt, fill: soft, r.kind) }, r.span, r.acts)).flatten())
#if d.schedule.rows.len() > 0 {
  context {
    let count = fitting(d.schedule.rows.map(r => exhibit-table((r,), measured: true)), calc.min(most-exhibits, left-on-page() - 18mm))
    exhibit-table(d.schedule.rows.slice(0, count))
    let more = d.schedule.rows.len() - count + d.schedule.more
    if more > 0 { note[#more more are in the chronology.] }
  }
}

// Coverage and doubt
#set page(header: running[Coverage and doubt, and how to check])
#heading(level: 1)[Coverage and doubt] <doubt>
#context {
  let count = fitting(d.doubt.map(r => doubt-table((r,), measured: true)), calc.min(most-doubt, left-on-page() - 66mm))
  doubt-table(d.doubt.slice(0, count))
  if count < d.doubt.len() { note[#(d.doubt.len() - count) more are in the chronology.] }
}

#heading(level: 2)[How to check this without trusting anybody]
The paper is a copy; the original is the sealed pack #d.packId. VERIFY.md in it says each command of ordinary tools (age, sha256sum, minisign). \
Compare the signer’s key with the one that was told by another way: #raw(d.signerKey) \
A match shows that nothing was altered since it was sealed; not who held a phone, that a chat is complete, or that a text was not edited before.
#note[The hash of tagmanifest-sha256.txt covers this page and cannot stand on it: it is told with the pack. #d.schedule.tool #if d.claims [This file claims conformance to PDF/A-2a; no validator was run.] else [This file is tagged and claims no standard.]]
`;
