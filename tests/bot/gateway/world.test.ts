import { describe, expect, it } from 'vitest'
import { World, WorldError } from '../../../bot/gateway/world.js'
import type { WorldEntry } from '../../../bot/gateway/world-entry.js'
import { ROOM, world as spec } from '../chat/gateway-stage.js'

const WALL_MS = Date.UTC(2026, 10, 23, 1, 0, 0, 250)
const text = (words: string) => ({ kind: 'text' as const, text: words })

function aWorld(history: WorldEntry[] = [], startOffsetMs = 0) {
  const recorded: WorldEntry[] = []
  const world = new World(
    { ...spec, startOffsetMs },
    { epoch: 'e1', history, wallNowMs: () => WALL_MS, record: (entry) => recorded.push(entry) },
  )
  return { world, recorded }
}

describe('the simulated world', () => {
  it('stamps messages with its own time, in whole seconds', () => {
    const { world } = aWorld([], 3_600_000)
    expect(world.say('zhang-min', ROOM, text('早')).sentAtMs).toBe(Math.floor((WALL_MS + 3_600_000) / 1000) * 1000)
  })

  it('shows the name a member carries in the room', () => {
    const { world } = aWorld()
    world.rename(ROOM, 'zhang-min', '张敏（儿科）')
    expect(world.say('zhang-min', ROOM, text('早')).fromName).toBe('张敏（儿科）')
    expect(world.say('zhang-min', 'private:zhang-min', text('早')).fromName).toBe('张敏')
  })

  it('lets nobody speak in a room he is not in, nor in the private thread of another', () => {
    const { world, recorded } = aWorld()
    expect(() => world.say('passer-by', ROOM, text('你好'))).toThrow(WorldError)
    expect(() => world.say('chen-jing', 'private:zhang-min', text('你好'))).toThrow(WorldError)
    expect(() => world.say('zhang-min', 'no-such-room', text('你好'))).toThrow(WorldError)
    expect(recorded).toEqual([])
  })

  it('quotes only what was said in the same thread', () => {
    const { world } = aWorld()
    const said = world.say('zhang-min', ROOM, text('社区医院缺儿科'))
    const reply = world.say('chen-jing', ROOM, { ...text('记意见'), quoteId: said.id })
    expect(reply.quote).toEqual({ messageId: said.id, name: '张敏', text: '社区医院缺儿科' })
    const elsewhere = { ...text('记意见'), quoteId: said.id }
    expect(() => world.say('chen-jing', 'private:chen-jing', elsewhere)).toThrow(WorldError)
  })

  it('lets people take back their own words only', () => {
    const { world } = aWorld()
    const said = world.say('zhang-min', ROOM, text('说错了'))
    expect(() => world.recall('chen-jing', said.id)).toThrow(WorldError)
    world.recall('zhang-min', said.id)
    expect(world.isRecalled(said.id)).toBe(true)
  })

  it('is the same again when its entries are told once more', () => {
    const { world, recorded } = aWorld()
    world.say('zhang-min', ROOM, text('一'))
    world.join(ROOM, ['passer-by'])
    world.say('passer-by', ROOM, text('二'))
    world.retitle(ROOM, '新群名')
    world.setNowMs(WALL_MS + 86_400_000)
    world.leave(ROOM, ['chen-jing'])
    const again = aWorld(structuredClone(recorded)).world
    expect(again.messages(ROOM)).toEqual(world.messages(ROOM))
    expect(again.rooms()).toEqual(world.rooms())
    expect(again.nowMs()).toBe(world.nowMs())
    expect(again.lastSeq).toBe(world.lastSeq)
  })

  it('never gives one id to two messages, even after a lost row', () => {
    const { world, recorded } = aWorld()
    world.say('zhang-min', ROOM, text('一'))
    const lost = world.say('zhang-min', ROOM, text('二'))
    const again = new World(spec, { epoch: 'e1', history: recorded.slice(0, 1), lastSeq: 2, wallNowMs: () => WALL_MS })
    expect(again.say('zhang-min', ROOM, text('三')).id).not.toBe(lost.id)
  })

  it('tells what came after a given entry', () => {
    const { world } = aWorld()
    world.say('zhang-min', ROOM, text('一'))
    const { seq } = world.say('zhang-min', ROOM, text('二'))
    world.say('zhang-min', ROOM, text('三'))
    expect(world.since(seq)).toMatchObject([{ type: 'message', message: { text: '三' } }])
  })
})
