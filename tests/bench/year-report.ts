/** npm run bench: what a year of thirteen stations costs: all books, the three versions, the check-up, as files. */
import { Bar } from '../../bot/console/bar.js'
import { checkUpBoard } from '../../commands/check-up/check-up-document.js'
import { checkUpFacts } from '../../commands/check-up/load.js'
import { periodOf } from '../../commands/ledger/ledger.js'
import { ledgerDocument } from '../../commands/ledger/ledger-document.js'
import { stationContext } from '../../commands/station-context.js'
import { periodRecords } from '../../commands/summary/load.js'
import { versionsOf } from '../../commands/summary/versions.js'
import { scoresOf } from '../../station/check-up/score.js'
import { yearSpan } from '../../station/ledger/span.js'
import { parseMoment } from '../../station/time/civil.js'
import { recordMonths } from '../commands/ledger/records.js'
import { seeded } from '../prisma/seeded.js'
import { Theatre } from '../replay/theatre.js'

const STATIONS = 13
const MOST_SECONDS = 10
const NOW = parseMoment('2027-01-04 09:00')
const SPAN = yearSpan(2026)
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const theatre = await Theatre.open()
const stage = await theatre.stage()
await stage.load(['秦淮医疗'])
const first = await stage.prisma.station.findFirstOrThrow()
const members = await stage.prisma.membership.findMany({ where: { stationId: first.id } })
for (let made = 2; made <= STATIONS; made++) {
  const { districtId, profession, levels } = first
  const { id } = await stage.prisma.station.create({ data: { name: `第${made}站`, districtId, profession, levels } })
  await stage.prisma.membership.createMany({
    data: members.map(({ personId, kind, state, since }) => ({ stationId: id, personId, kind, state, since })),
  })
}
const stations = await stage.prisma.station.findMany({ orderBy: { id: 'asc' } })
const filling = new Bar(process.stderr, { label: 'filling', unit: ' stations', longFrom: 1 })
for (const [index, station] of stations.entries()) {
  await stage.prisma.$transaction(
    (tx) => {
      const doing = { action: 'bench', changeId: `bench${station.id}`, actorId: null, actorName: '', causeSeq: null }
      const context = stationContext(tx, station, NOW, stage.services, doing)
      return recordMonths(context, seeded(station.id), { year: 2026, months: MONTHS, busy: 3 })
    },
    { timeout: 600_000, maxWait: 600_000 },
  )
  filling.at(index + 1, STATIONS)
}
filling.end()

const start = performance.now()
const before = process.cpuUsage()
let bytes = 0
for (const station of stations) {
  const { prisma: db, services } = stage
  const args = {
    book: null,
    format: 'xlsx' as const,
    from: SPAN.from.toString(),
    until: SPAN.until.toString(),
    label: SPAN.label,
  }
  const made = await ledgerDocument.make({ db, station, now: NOW, services, personId: 0, args })
  bytes += made.file?.bytes.length ?? 0
  versionsOf(await periodRecords(db, station, periodOf(SPAN), NOW))
  const scores = scoresOf(await checkUpFacts(db, station, NOW))
  bytes += (await services.press.board(checkUpBoard(station.name, scores, NOW))).length
}
// The store runs in this process, so its own seconds are what the report costs however busy the machine is.
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1e6
const wallSeconds = (performance.now() - start) / 1000
const [activities, opinions] = [await stage.prisma.activity.count(), await stage.prisma.opinion.count()]
await theatre.close()
const verdict = seconds < MOST_SECONDS ? 'ok' : 'TOO SLOW'
console.log(
  `year report of ${STATIONS} stations (${activities} activities, ${opinions} opinions): ${seconds.toFixed(1)} s of computing (at most ${MOST_SECONDS}), ${wallSeconds.toFixed(1)} s by the clock, ${Math.round(bytes / 1024)} KiB of files: ${verdict}`,
)
process.exitCode = seconds < MOST_SECONDS ? 0 : 1
