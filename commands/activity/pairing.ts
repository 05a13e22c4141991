import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, word } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'

const RHYTHMS = { 每月: 1, 每两月: 2, 每季度: 3, 每季: 3, 每半年: 6, 每年: 12 } as const

/** 结对 李奶奶 每季走访: the name is sealed for the row and read back only to the deputy who gave it. */
export const pairingCommand = command({
  name: '结对',
  summary: '记结对帮扶，到期私聊提醒',
  args: { rhythm: rhythm(), name: word('结对对象', '李奶奶') },
  who: MEMBERS,
  changes: true,
  words: 'sealed',
  examples: ['结对 李奶奶 每季走访'],
  async run(context, { rhythm, name }) {
    const { change, station, speaker, now, services } = context
    const nextOn = now.toPlainDate().add({ months: rhythm })
    await change.create('Pairing', {
      stationId: station.id,
      personId: speaker.personId,
      beneficiary: services.seal(name, `Pairing:${station.name}:${speaker.personId}`),
      everyMonths: rhythm,
      nextOn: nextOn.toString(),
      createdAt: dateOf(now),
    })
    await context.say(copy.paired(nextOn.month))
  },
})

function rhythm() {
  const base = oneOf<number>('多久一次', RHYTHMS)
  return {
    ...base,
    example: '每季走访',
    take(line: Parameters<typeof base.take>[0], at: Parameters<typeof base.take>[1]) {
      const taken = base.take(line, at)
      const verb = /走访|看望|联系|探访/.exec(line.rest)
      if (verb) line.claim(verb.index, verb.index + verb[0].length)
      return taken
    },
  }
}
