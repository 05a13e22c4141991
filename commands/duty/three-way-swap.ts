import { seatOf } from '../../station/duty/book.js'
import type { SwapLeg } from '../../station/duty/events.js'
import { MEMBERS } from '../../station/roles.js'
import { references, text } from '../arguments.js'
import { command } from '../command.js'
import { dutyRoster, lockDuty } from './book.js'
import { copy } from './copy.js'
import { personNamed } from './find.js'
import { askForSwap, refuseSwap } from './swap.js'

/** 三方换班 D7 周宁 D8 王芳 D9: mine to 周宁, 周宁's to 王芳, 王芳's to me; all of them must agree. */
export const threeWaySwapCommand = command({
  name: '三方换班',
  aliases: ['多人换班'],
  summary: '三位代表轮换接待',
  args: { nos: references('D', '接待编号'), people: text('姓名', '周宁 王芳') },
  who: MEMBERS,
  changes: true,
  examples: ['三方换班 D7 周宁 D8 王芳 D9'],
  async run(context, { nos, people }) {
    const { db, station, speaker, say } = context
    // The numbers stand between the names, in the writer's own spelling.
    const names = people.split(/[\s,，、]+/).filter((name) => /^\p{Script=Han}/u.test(name))
    if (names.length < 2 || nos.length !== names.length + 1) return say(copy.threeWayHelp)
    const ring = [{ id: speaker.personId, name: speaker.name }]
    for (const name of names) {
      const person = await personNamed(db, station.id, name)
      if (!person) return say(copy.noSuchPerson(name))
      ring.push(person)
    }
    const book = await lockDuty(db, station)
    const legs: SwapLeg[] = []
    for (const [index, no] of nos.entries()) {
      const state = book.shifts.get(no)
      if (!state) return say(copy.unknown(no))
      const from = ring[index]!
      const ref = seatOf(state, from.id)
      if (!ref) return say(copy.notOnDuty(no, from.name))
      legs.push({ ...ref, fromId: from.id, toId: ring[(index + 1) % ring.length]!.id })
    }
    const [first, ...others] = legs
    const refusal = await askForSwap(context, book, [first!, ...others], await dutyRoster(db, station))
    if (refusal) await refuseSwap(context, refusal)
  },
})
