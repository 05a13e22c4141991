/** npm run bench: a year of one station, played as a transcript (tests/transcripts/activities/year.txt): plan, forty activities, three series. */
import { Theatre } from '../replay/theatre.js'

const MOST_SECONDS = 20
const YEAR = 'tests/transcripts/activities/year.txt'

const theatre = await Theatre.open()
const start = performance.now()
const before = process.cpuUsage()
const { failures, events } = await theatre.play(YEAR)
const { user, system } = process.cpuUsage(before)
const seconds = (performance.now() - start) / 1000
const said = events.filter(({ kind }) => kind === 'heard').length
const computing = (user + system) / 1e6
const verdict = failures.length === 0 && seconds < MOST_SECONDS ? 'ok' : 'TOO SLOW'
await theatre.close()
for (const failure of failures) console.log(String(failure))
console.log(
  `a year of one station, ${said} messages sent: ${seconds.toFixed(1)} s by the clock (at most ${MOST_SECONDS}), ${computing.toFixed(1)} s of computing: ${verdict}`,
)
process.exitCode = verdict === 'ok' ? 0 : 1
