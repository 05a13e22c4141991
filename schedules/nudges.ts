import { sendDigests } from '../commands/digest/digest.js'
import { nudgeQuiet, offerToSpecialists, specialityOffers } from '../commands/digest/nudge.js'
import { daily, type Job, weekly } from './job.js'

/** Wednesday evening, privately: everything that waits for one's yes or no in one message. */
const digest: Job = {
  name: 'digest',
  graceMinutes: 3 * 60,
  slots: (_db, station, after, upTo) => weekly(3, '18:30', station, after, upTo),
  run: async (context) => {
    await sendDigests(context)
  },
}

/** Monday morning, privately: who has not taken part for long is told what is coming. */
const quiet: Job = {
  name: 'quiet-nudges',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => weekly(1, '10:30', station, after, upTo),
  run: nudgeQuiet,
}

const specialists: Job = {
  name: 'speciality-offers',
  graceMinutes: 3 * 60,
  slots: (_db, station, after, upTo) => daily('17:30', station, after, upTo),
  idle: async (facts) => (await specialityOffers(facts)).length === 0,
  run: offerToSpecialists,
}

export const nudgeJobs: readonly Job[] = [digest, quiet, specialists]
