/**
 * The report: at most eight pages that stand alone (docs/formats/report.md). Each part has a height of its own, and what does not fit it is in
 * the chronology. Preceded by `pageTemplate`.
 *
 * [Note: Parts that fit] The typesetter measures each row and each picture before it is placed, because only it knows how a text breaks. A part
 * that takes what fits, in a printed order, cannot make the paper longer, whatever somebody wrote.
 */
export const reportTemplate: string = String.raw`
// Heights of the parts, so that all pages are eight, whatever somebody wrote.
#let most-asks = 44mm
#let most-loss = 40mm
#let most-continued = 84mm
#let most-own-beside = 110mm
#let most-sentences = 172mm
#let most-people = 62mm
#let most-exhibits = 105mm
// The last pages of what was near and was written, and of the pattern: impact, people and exhibits, then doubt, then the law have a page each.
#let last-near-page = 3
#let last-pattern-page = 5
// What a line of how many more there are takes; the space around a heading and its note; and the line of single acts told above.
#let said-below = 24pt
#let said-above = 28pt
#let most-told-above = 34pt
// Rows of people leave so much of the page to the exhibits, and what is said below a table so much to that.
#let least-exhibits = 70mm
#let below-exhibits = 18mm
#let finding-gap = 9pt
// A picture of many lanes may be higher, until its labels can be read: so much of its own size at least.
#let picture-height = 58mm
#let most-picture-height = 96mm
#let readable = 0.55

// One header for all that flows on, because another one begins a page.
#set page(header: context {
  let begun(name) = query(name).any(found => found.location().page() <= here().page())
  running(if here().page() == 1 [Made #d.made] else if begun(<pattern>) [The pattern] else [In person, and into home and accounts])
})

// First page
#set par(leading: 0.62em)
#front([Account and schedule of material], [— not a witness statement])
#let facts = (
  ([Who], [#strong(words(d.who)) (#d.initials). How and when to reach #d.initials: #if d.isReachSealed [on a sheet sealed beside this pack.] else [not in this report.]]),
  ([About], [Acts that #words(d.who) says are by #bold(words(d.them)). #words(d.first.between) The numbers and accounts: #page-of("people").]),
  ([To], words(d.first.to)),
  ([Before], words(d.first.earlier)),
)
#grid(columns: (23mm, 1fr), row-gutter: 7pt, ..facts.map(((name, fact)) => (emph(name), fact)).flatten())
#block(width: 100%, stroke: 1.4pt, inset: 8pt, above: 9pt, below: 4pt)[#strong[Danger now.] #words(d.first.danger) #words(d.first.feared)]

#let standing-gap = 5pt
// The number of an act, and the page of its row where one of the tables has it.
#let place-of(number) = context {
  let found = query(label("no-" + str(number)))
  if found.len() > 0 [no.~#number, page~#found.first().location().page()] else [no.~#number of the chronology]
}
#let standing(one, told: false, after-hers: false) = block(above: standing-gap, below: 0pt, breakable: false, {
  set par(leading: 0.5em)
  set text(size: 9.4pt)
  beside(one.exhibits)
  grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", str(one.number)), {
    let full = one.full
    no-widow({ if full == none { words(one.line); if told and one.beside != none { words(one.beside) } } else {
      words(full.before)
      if told and full.words != none { words(full.words); if not full.isWhole [. In full: #place-of(full.row)]; words(full.afterWords) } else { words(full.brief); place-of(full.row); words(full.after) }
    }
    if after-hers { if one.answered != none { words(one.answered) }; if told and one.answeredBeside != none { words(one.answeredBeside) } } })
  })
})
// All that they wrote and no row here holds, where all of it has room.
#let written(rows) = if rows.len() > 0 {
  set par(leading: 0.5em)
  set text(size: 9.4pt)
  block(above: 8pt, below: 0pt, emph[All #if rows.len() < d.first.wrote.len() [else ]that #words(d.them) wrote, in order of time#words(d.first.wroteLeftOut)])
  for r in rows {
    block(above: standing-gap, below: 0pt, breakable: false, {
      beside(r.exhibits)
      pad(left: 8mm, no-widow({ [#words(r.when) (no.~#r.row): ]; if r.words != none { words(r.words) } else [longer than this page has room for]; if not r.isWhole [. In full: #place-of(r.row)]; words(r.after); if r.after-hers { words(r.answered) } }))
    })
  }
}
// In the order of the findings; a count that has no room is in the pattern, every other line at the head of the next page.
#let all-lines = (d.first.lines.map(one => (..one, is-count: false)) + d.first.counts.map(one => (..one, is-count: true))).sorted(key: one => one.number)
// The last line says the numbers of the rows that stand on another page.
#let counted-with(shown) = {
  let fitting = d.first.countedUntold.filter(one => one.untold.all(number => not shown.any(other => other.number == number)))
  if fitting.len() > 0 { fitting.first().words } else { d.first.counted }
}
#let told-below(shown) = {
  let (counts, others) = (true, false).map(is-count => all-lines.filter(one => one.is-count == is-count and not shown.any(other => other.number == one.number)).len())
  set par(leading: 0.62em)
  block(above: 8pt, below: 0pt, note[#words(counted-with(shown)) #if d.first.countedNumber != none [That is finding #d.first.countedNumber. ]#if d.first.agreed != "" [#d.first.agreed ]#if d.first.heldBack != "" [#d.first.heldBack ]#if d.own.total > 0 [What #words(d.who) wrote down: #page-of("own"). ]The margin names exhibits. What could change a line, and the fixed rule of the order, no score: #page-of("pattern") and after.#if others > 0 [ #others more: next page.]#if counts > 0 [ #counts more: #page-of("pattern"), or the chronology.] No line says who held a phone, or what it is in law.])
}
// Those that fit the rest of this page, with what is said below them: every line, then the words that a line has no room for, then all that was
// written, where it is little, then what of hers these words came after, then counts.
#let lines-here() = {
  let height(body) = measure(block(width: column, body)).height
  let room = left-on-page() - 11pt
  let can-tell(one) = one.beside != none or (one.full != none and one.full.words != none)
  let came-after(one) = one.answered != none or (one.told and one.answeredBeside != none)
  let with-hers(rows, one) = rows.map(other => if other == one { (..other, after-hers: true) } else { other })
  let fits(chosen, wrote: ()) = chosen.map(one => standing-gap + if one.after-hers { height(standing(one, told: one.told, after-hers: true)) } else { one.heights.at(if one.told { 1 } else { 0 }) }).sum(default: 0pt) + height(written(wrote)) + height(told-below(chosen)) <= room
  let all = all-lines.map(one => (..one, told: false, after-hers: false, heights: (height(standing(one)), if can-tell(one) { height(standing(one, told: true)) } else { 0pt })))
  let lines = all.filter(one => not one.is-count)
  let chosen = ()
  for one in lines {
    if not fits((..chosen, one)) { break }
    chosen.push(one)
  }
  for one in chosen.filter(can-tell) {
    let more = chosen.map(other => if other.number == one.number { (..other, told: true) } else { other })
    if fits(more) { chosen = more }
  }
  let wrote = ()
  let explain(chosen, wrote) = {
    for one in chosen.filter(came-after) {
      let more = with-hers(chosen, one)
      if fits(more, wrote: wrote) { chosen = more }
    }
    for one in wrote.filter(r => r.answered != none) {
      let more = with-hers(wrote, one)
      if fits(chosen, wrote: more) { wrote = more }
    }
    (chosen, wrote)
  }
  if chosen.len() == lines.len() {
    let counts = all.filter(one => one.is-count)
    let with(chosen, one) = (..chosen, one).sorted(key: other => other.number)
    for one in counts.filter(can-tell) {
      let more = with(chosen, (..one, told: true))
      if fits(more) { chosen = more }
    }
    let held = chosen.map(one => one.holds + if one.told { one.holdsTold } else { () }).flatten()
    let unheld = d.first.wrote.filter(r => r.row not in held).map(r => (..r, after-hers: false))
    if fits(chosen, wrote: unheld) { wrote = unheld }
    (chosen, wrote) = explain(chosen, wrote)
    for one in counts.filter(one => not chosen.any(other => other.number == one.number)) {
      let more = with(chosen, one)
      if not fits(more, wrote: wrote) { break }
      chosen = more
    }
  } else { (chosen, wrote) = explain(chosen, wrote) }
  (chosen, wrote)
}
#let continued(all) = if all.len() > 0 {
  heading(level: 2)[What stands out, continued]
  // As much of each as all have room for.
  let ways = ((told: true, after-hers: true), (told: true), (:)).map(way => all.map(one => standing(one, ..way)))
  let rows = ways.find(rows => fitting(rows, most-continued, gap: standing-gap) == all.len())
  if rows == none { rows = ways.last() }
  let count = fitting(rows, most-continued, gap: standing-gap)
  for row in rows.slice(0, count) { row }
  if count < rows.len() { note(more(rows.len() - count, [on #page-of("pattern")])) }
  v(14pt)
}

#let more-agreed(count) = if count > 0 { note[ #figure-of(count) more #if count == 1 [was] else [were] agreed contact, in the chronology.] }
// How it is known whose an act is, small enough for one line of its column.
#let basis-size = 7.6pt
// Where she was, and into what is hers
#let near-columns = (11.6mm, 28.5mm, 1fr, 28mm, 24.5mm) + if d.near.letters != none { (14mm,) } else { () }
#let near-cells(r) = (r.number, { r.day; linebreak(); r.time }, pad(right: 1mm, { text(weight: "bold", r.kind); [. ]; words(r.what) }), { strong(words(r.who)); linebreak(); text(size: basis-size, r.sure) }, r.known) + if d.near.letters != none { (r.letters,) } else { () }
// Rows of a table with exhibits in the margin, in order of time, each whole; without heads, a row to be measured.
#let near-her(columns, heads, cells) = (rows, measured: false) => pad(left: -gutter, {
  set table.cell(breakable: false)
  table(columns: (gutter, ..columns), stroke: (x, y) => if x == 0 { none } else { row-lines(if measured { 0 } else { 1 })(x, y) },
    ..if measured { () } else { (table.header([], ..heads.map(emph)),) },
    ..rows.sorted(key: r => r.row).map(r => ({ align(right, text(size: 7.6pt, weight: "bold", r.exhibits)); if not measured [#metadata(none)#label("no-" + str(r.row))] }, ..cells(r))).flatten())
})
#let near-table = near-her(near-columns, ([No.], [When], [In the words of the source], [Who], [Known by], ..if d.near.letters != none { ([Can be\*],) }), near-cells)
#let near-head(rows) = {
  [#heading(level: 1)[Acts in person, and into home and accounts] <near>]
  if d.near.rows.len() == 0 and d.near.agreed > 0 [No record in the files is of an act of these kinds but #figure-of(d.near.agreed) that #if d.near.agreed == 1 [was] else [were] agreed contact, in the chronology. #words(d.near.told)] else if d.near.rows.len() == 0 [No record in the files is of an act of these kinds#if d.near.hers != none [ by anybody else]: of a visit, following, thing left, damage or coming in, or of anything into accounts and devices. #words(d.near.told)] else {
    if d.near.letters != none { note[\* #words(d.near.letters) ] }
    let acts = rows.map(r => r.acts).sum(default: 0)
    note(if d.near.total == 1 and acts == 1 [The only one#if d.near.hers != none [ by anybody else]\; the program left none #if d.near.hers != none [of these ]out.] else if acts == d.near.total [All #figure-of(d.near.total)#if d.near.hers != none [ by anybody else], in order of time; the program left none #if d.near.hers != none [of these ]out.] else [#figure-of(acts) of #figure-of(d.near.total), chosen by a rule: #words(d.near.rule) The others are in the chronology under their numbers.])
    if d.near.alike != none { note[ #d.near.alike] }
    more-agreed(d.near.agreed)
  }
  if d.near.hers != none { note[ #words(d.near.hers)] }
}

// What she wrote in her journal, in what is left of the two pages; beside what they wrote it takes a part of that.
#let own-table = near-her((12mm, 43mm, 1fr, 27mm), ([No.], [When], [In #d.initials’s words], [By whom]), r => (str(r.row), [#r.day, #r.time], pad(right: 1.5mm, words(r.what)), text(size: basis-size, words(r.who))))
#let own-head(rows) = if d.own.total > 0 {
  [#heading(level: 2)[What #words(d.who) wrote down] <own>]
  note[From the journal of #d.initials, as it was written there and not as a record of another hand. #if rows.len() == d.own.total [#if d.own.total == 1 [The one entry#if d.own.near > 0 [ that is not in the table above].] else [All #figure-of(d.own.total) entries#if d.own.near > 0 [ that are not in the table above], in order of time.]] else if rows.len() == 0 [#figure-of(d.own.total) #if d.own.total == 1 [entry] else [entries], whole in the chronology.] else [#rows.len() of #figure-of(d.own.total) entries#if d.own.near > 0 [ that are not in the table above], the latest. The others are whole in the chronology.]]
}

// What they wrote, in what is left of the two pages
#let wrote-table = near-her((12mm, 43mm, 1fr, 27mm), ([No.], [When], [Words], [Whose]), r => (str(r.row), [#r.day, #r.time], pad(right: 1.5mm, { words(r.what); [ ]; text(size: 7.6pt, fill: soft, words(r.channel)); if r.after-hers { text(size: 8pt, words(r.answered)) } }), text(size: basis-size, words(r.who))))
#let wrote-head(rows) = {
  heading(level: 2)[What #words(d.wrote.them) wrote]
  let unsure = if d.wrote.perhaps > 0 [, of these #figure-of(d.wrote.perhaps) perhaps,] else [,]
  note(if rows.len() == d.wrote.total [#if d.wrote.total == 1 [The one with words#if d.wrote.perhaps > 0 [, perhaps].] else [All #figure-of(d.wrote.total) with words#unsure in order of time.]] else [#rows.len() of #figure-of(d.wrote.total) with words#unsure chosen by a rule: #d.wrote.rule. The others are in the chronology.])
  if rows.any(r => r.after-hers) { note[ “after”: what #words(d.who) wrote before it#if rows.any(r => r.answered != none and not r.after-hers) [, where there is room].] }
  more-agreed(d.wrote.agreed)
}

// The rows of such a table that end on the last page for it, and where it ends: on which page, and what is left there. Heads come again on
// each page.
#let ending-in-time(at, rows, head, table) = {
  let height(body) = measure(block(width: column, body)).height
  let heads = height(table(()))
  let heights = rows.map(r => (row: r.row, height: height(table((r,), measured: true))))
  let above(count) = height(head(rows.slice(0, count))) + said-above + heads
  // The longest of what can be said above them; how many they are decides what is.
  let most-above = calc.max(..(0, calc.min(1, rows.len()), rows.len()).map(above))
  let end(count, above) = {
    let (page, left) = at
    if above + heights.slice(0, count).map(one => one.height).first(default: 0pt) > left { page += 1; left = words-height }
    left -= above
    for one in heights.slice(0, count).sorted(key: one => one.row) {
      if one.height > left { page += 1; left = words-height - heads }
      left -= one.height
    }
    (page, left)
  }
  let count = rows.len()
  while count > 0 and end(count, most-above).first() > last-near-page { count -= 1 }
  (rows.slice(0, count), if count > 0 { end(count, above(count)) } else { at })
}

// What was written, and what of hers each came after: of as many, in the order in which they are chosen, as end on the same page.
#let explained(at, rows) = {
  let set-from(rows) = ending-in-time(at, rows, wrote-head, wrote-table)
  let best = set-from(rows)
  let (plain, (page, _)) = best
  let with-first(count) = plain.enumerate().map(((i, r)) => (..r, after-hers: i < count and r.answered != none))
  let (least, most) = (0, plain.len())
  while least < most {
    let count = calc.quo(least + most + 1, 2)
    let (shown, end) = set-from(with-first(count))
    if shown.len() == plain.len() and end.first() == page { least = count; best = (shown, end) } else { most = count - 1 }
  }
  best
}

// The pattern: sentences, then their pictures, then what could change them, as far as there is room
#let sentence(i, f) = block(above: 0pt, below: 0pt, sticky: true, { beside(f.exhibits); heading(level: 3, outlined: false, text(weight: "regular", { strong[#(i + 1). ]; words(f.says) })) })
#let picture(f) = told-picture(f, calc.min(most-picture-height, calc.max(picture-height, f.drawing.height * readable * 1pt)))
#let doubt(f) = block(above: 6pt, below: 0pt, note({ emph[Could change it: ]; f.shortDoubts.map(words).join([ ]) }))
#let finding(one) = { sentence(one.number, one.of); if one.drawn { picture(one.of) }; if one.doubted { doubt(one.of) } }
// Single acts that stand above in full: a line for each run of them.
#let told-above(run) = block(above: 0pt, below: 0pt, note[#strong[#(run.first().number + 1)#if run.len() > 1 [ to #(run.last().number + 1)].] #if run.len() > 1 [Single acts: each stands in full] else [A single act: it stands in full] on #page-of("near"), as no.~#run.map(one => str(one.of.near)).join(", ").])
// A finding by itself, a run of single acts told above in one.
#let gathered(chosen) = {
  let out = ()
  for one in chosen {
    if one.above and out.len() > 0 and out.last().first().above and out.last().last().number == one.number - 1 { out.last().push(one) } else { out.push((one,)) }
  }
  out
}
#let height-of(one) = one.heights.at(0) + if one.drawn { one.heights.at(1) } else { 0pt } + if one.doubted { one.heights.at(2) } else { 0pt }
// Whole, unless it could be higher than a page.
#let whole(height, body) = block(above: finding-gap, below: 0pt, breakable: height > words-height * 80%, body)
#let shown(group) = whole(height-of(group.first()), if group.first().above { told-above(group) } else { finding(group.first()) })
// Those chosen for so much of a page and so many whole pages after it, all ending there, each kept whole: what may break ends no later.
#let chosen-for(room, pages, near, head) = {
  let height(body) = measure(block(width: column, body)).height
  let all = d.findings.enumerate().map(((i, f)) => {
    let above = f.near != none and f.near in near
    // Measured once: the typesetter comes by here several times.
    let heights = if above { (finding-gap + most-told-above, 0pt, 0pt) } else {
      (finding-gap + height(sentence(i, f)), if f.drawing == none { 0pt } else { 4pt + height(picture(f)) }, if f.shortDoubts.len() == 0 { 0pt } else { 6pt + height(doubt(f)) })
    }
    (number: i, of: f, above: above, drawn: false, doubted: false, heights: heights)
  })
  let fits(chosen) = {
    let left = room
    let more = pages
    for (i, group) in gathered(chosen).enumerate() {
      let needed = height-of(group.first()) + if i == 0 { head } else { 0pt }
      if needed > left { more -= 1; left = words-height }
      left -= needed
      while left < 0pt { more -= 1; left += words-height }
    }
    more > 0 or (more == 0 and left >= said-below)
  }
  let with(chosen, one) = (..chosen.filter(other => other.number != one.number), one).sorted(key: other => other.number)
  // First sentences in their order, then every picture, then what could change each, then more sentences, and theirs.
  let chosen = ()
  let used = 0pt
  for one in all {
    used += height-of(one)
    if used > most-sentences or not fits((..chosen, one)) { break }
    chosen.push(one)
  }
  for one in all.filter(one => one.of.drawing != none and not one.above) {
    let more = with(chosen, (..one, drawn: true))
    if fits(more) { chosen = more }
  }
  let doubting(chosen) = {
    let all = chosen
    for one in chosen.filter(one => one.of.shortDoubts.len() > 0 and not one.above and not one.doubted) {
      let more = with(all, (..one, doubted: true))
      if fits(more) { all = more }
    }
    all
  }
  chosen = doubting(chosen)
  for one in all.filter(one => not chosen.any(other => other.number == one.number)) {
    let more = with(chosen, one)
    if not fits(more) { break }
    chosen = more
  }
  doubting(chosen)
}
#let pattern-head = {
  [#heading(level: 1)[The pattern] <pattern>]
  note[Counts of the acts in the files; none is a score, and none says that an offence was committed. The acts are to be read together, as a whole, and not one by one. #words(d.first.order) How each was worked out, its table, and all that could change it are in the chronology under the same number.]
}
#let pattern-part(room, pages, near) = {
  if d.findings.len() == 0 {
    pattern-head
    [ The rules found no pattern in the acts. The acts themselves are in the chronology.]
  } else {
    let head = measure(block(width: column, pattern-head)).height + 16pt
    let chosen = chosen-for(room, pages, near, head)
    // It begins below what was written, where the first finding with its picture still fits there: a page of three rows tells an officer to stop reading.
    let groups = gathered(chosen)
    let first = groups.slice(0, calc.min(1, groups.len()))
    whole(head + first.map(group => height-of(group.first())).sum(default: 0pt), { pattern-head; for group in first { shown(group) } })
    for group in groups.slice(first.len()) { shown(group) }
    if chosen.len() < d.findings.len() { block(above: 9pt, note(more(d.findings.len() - chosen.len(), [in the chronology]))) }
  }
}

#heading(level: 2)[What is asked]
#let letters = "abcdefghijklmnopqrstuvwxyz"
#let ask(i, one) = block(above: 6pt, below: 0pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", letters.at(calc.min(i, 25))), words(one)))
#let loss-table(rows, measured: false) = pad(left: 8mm, lined(if measured { none } else { ([Ask for it], [What], [Whose word that is]) }, columns: (43mm, 1fr, 42mm),
  rows.map(r => ({ strong(r.when); if r.rest != "" { linebreak(); r.rest } }, words(r.what), words(r.from))).flatten()))
#context {
  let rows = d.first.asks.enumerate().map(((i, one)) => ask(i, one))
  let count = fitting(rows, most-asks, gap: 6pt)
  for row in rows.slice(0, count) { row }
  if count < rows.len() { block(above: 6pt, below: 0pt, note(more(rows.len() - count, [at the end of the chronology]))) }
  let notes = (d.first.asksNote, d.first.lossNote).filter(n => n != none).map(words)
  let said-below-asks = if notes.len() > 0 { block(above: 6pt, below: 0pt, note(notes.join([ ]))) }
  if d.first.loss.len() > 0 {
    let height(body) = measure(block(width: column, body)).height
    let head(lost) = block(above: 6pt, below: 3pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", letters.at(calc.min(count, 25))), [That the evidence named here is asked for before it is lost#if lost < d.first.loss.len() [; #(d.first.loss.len() - lost) more at the end of the chronology]:]))
    // One at least: what must be asked for soonest is on this page, however long it is. Of the others as many as leave room for each line with its words.
    let lines = all-lines.filter(one => not one.is-count)
    let above = rows.slice(0, count).map(row => height(row) + 6pt).sum(default: 0pt) + height(head(0)) + height(loss-table(())) + said-above
    let below = height(said-below-asks) + said-above + lines.map(one => standing-gap + height(standing(one, told: true))).sum(default: 0pt) + height(told-below(lines))
    let lost = calc.max(1, fitting(d.first.loss.map(r => loss-table((r,), measured: true)), calc.max(most-loss, left-on-page() - above - below)))
    head(lost)
    loss-table(d.first.loss.slice(0, lost))
  }
  said-below-asks
}

#if all-lines.len() > 0 { heading(level: 2)[What stands out] }
#set par(leading: 0.68em)
// From here to the end of the pattern in one piece, measured from one place: the typesetter looks a few times alone where things came to stand.
#context {
  let height(body) = measure(block(width: column, body)).height
  let (here-told, here-wrote) = lines-here()
  for one in here-told { standing(one, told: one.told, after-hers: one.after-hers) }
  written(here-wrote)
  told-below(here-told)
  pagebreak()
  let lines = continued(all-lines.filter(one => not one.is-count and not here-told.any(other => other.number == one.number)))
  lines
  let at = (here().page() + 1, words-height - height(lines))
  let (near, at) = ending-in-time(at, d.near.rows, near-head, near-table)
  near-head(near)
  if near.len() > 0 { near-table(near) } else { at.last() -= height(near-head(near)) + said-above }
  if d.own.total > 0 {
    let room = if d.wrote.total > 0 { most-own-beside } else { 2 * words-height }
    let fit = d.own.rows.slice(0, fitting(d.own.rows.map(r => own-table((r,), measured: true)), room))
    let (own, after) = ending-in-time(at, fit, own-head, own-table)
    own-head(own)
    if own.len() > 0 { own-table(own); at = after } else { at = (at.first(), at.last() - height(own-head(own)) - said-above) }
  }
  let (wrote, at) = explained(at, d.wrote.rows.map(r => (..r, after-hers: false)))
  if wrote.len() > 0 {
    wrote-head(wrote)
    wrote-table(wrote)
  }
  let (page, left) = at
  pattern-part(left, last-pattern-page - page, near.map(r => r.row))
}

// Impact, people, exhibits, each in what is left of the page
#set page(header: running[Impact, people and exhibits])
#heading(level: 1)[What it has done] <impact>
#if d.impact != none { note[In the words of #words(d.who).] }
#said-impact

#heading(level: 2)[Numbers and accounts] <people>
#note[Whose each is, is what #words(d.who) says. What the files show is the number, account or name that stands there.#if d.agreed > 0 [ #figure-of(d.agreed) of these acts #if d.agreed == 1 [was] else [were] agreed contact, which page 1 counts apart.]]
#if d.people.rows.len() > 0 {
  context {
    let count = fitting(d.people.rows.map(r => people-table((r,), measured: true)), calc.min(most-people, left-on-page() - least-exhibits))
    people-table(d.people.rows.slice(0, count))
    let others = d.people.rows.len() - count + d.people.more
    if others > 0 { note(more(others, [in the chronology])) }
  }
}

#heading(level: 2)[Exhibits] <exhibits>
#note[#d.schedule.total In the order handed over. Each was hashed before it was read and has not been rewritten; its SHA-256 is in the chronology. An act is counted at each file that it stands in or came with. From which device each comes, and by whom, when and how it was exported: #d.schedule.origin]
#let exhibit-table(rows, measured: false) = lined(if measured { none } else { ([Exhibit], [As it was named, and what it is], [The days that it covers], [Acts]) }, columns: (19mm, 1fr, 62mm, 13mm), align: (left, left, left, right),
  rows.map(r => (text(weight: "bold", size: 8pt, r.number), { words(r.name); [, ]; text(size: 7.6pt, fill: soft, r.kind) }, r.span, r.acts)).flatten())
#if d.schedule.rows.len() > 0 {
  context {
    let count = fitting(d.schedule.rows.map(r => exhibit-table((r,), measured: true)), calc.min(most-exhibits, left-on-page() - below-exhibits))
    exhibit-table(d.schedule.rows.slice(0, count))
    let others = d.schedule.rows.len() - count + d.schedule.more
    if others > 0 { note(more(others, [in the chronology])) }
  }
}

// Coverage and doubt
#set page(header: running[Coverage and doubt, and how to check])
#heading(level: 1)[Coverage and doubt] <doubt>
#let how-to-check = {
  heading(level: 2)[How to check this without trusting anybody]
  [The paper is a copy; the original is the sealed pack #d.packId. VERIFY.md in it says each command of ordinary tools (age, sha256sum, minisign). \
  Compare the signer’s key with the one that was told by another way: #raw(d.signerKey) \
  A match shows that nothing was altered since it was sealed; not who held a phone, that a chat is complete, or that a text was not edited before.]
  block(above: 6pt, below: 0pt, note[The hash of tagmanifest-sha256.txt covers this page and cannot stand on it: it is told with the pack. #d.schedule.tool #if d.claims [This file claims conformance to PDF/A-2a; no validator was run.] else [This file is tagged and claims no standard.]])
}
#context {
  let below = measure(block(width: column, how-to-check)).height + 60pt
  let count = fitting(d.doubt.map(r => doubt-table((r,), measured: true)), left-on-page() - below)
  doubt-table(d.doubt.slice(0, count))
  if count < d.doubt.len() { note(more(d.doubt.len() - count, [in the chronology])) }
}
#how-to-check
`;
