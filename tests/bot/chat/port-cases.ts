import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ChannelError, type ChatMessage } from '../../../bot/chat/port.js'
import { type ChatStage, Ear } from './chat-stage.js'

const SEND_TIMEOUT_MS = 5_000
const SHORT_TIMEOUT_MS = 300

const naughtyStrings: string[] = JSON.parse(
  readFileSync(new URL('../../data/robustness/blns.json', import.meta.url), 'utf8'),
)

/** What a simpler network need not be able to do; everything else is asked of every port. */
export type Extra = 'refuses' | 'swallows' | 'slow' | 'recalls' | 'quotes' | 'mentions' | 'renames' | 'members'

/** What every chat port must do, whatever network lies behind it. */
export function portCases(name: string, makeStage: () => Promise<ChatStage>, extras: readonly Extra[]): void {
  const itWhere = (extra: Extra): typeof it | ((...ignored: unknown[]) => void) =>
    extras.includes(extra) ? it : () => {}

  describe(`the chat port over ${name}`, () => {
    let stage: ChatStage
    let ear: Ear
    let zhang: { id: string; name: string }
    let chen: { id: string; name: string }

    beforeAll(async () => {
      stage = await makeStage()
      ear = new Ear()
      zhang = stage.people[0]!
      chen = stage.people[1]!
      await stage.port.start(ear)
      await ear.until((e) => e.states.length > 0, 'the account is online')
    })

    afterAll(async () => {
      await stage.port.stop()
      await stage.stop()
    })

    /** What arrives because of `act`, as many as expected. */
    async function arriving(count: number, act: () => unknown): Promise<string[]> {
      const before = ear.arrivals.length
      await act()
      await ear.until((e) => e.arrivals.length >= before + count, `${count} messages have arrived`)
      return ear.arrivals.slice(before)
    }

    it('is online under its own account', () => {
      expect(ear.states).toEqual([`online ${stage.botId}`])
      expect(stage.port.selfId()).toBe(stage.botId)
    })

    it('tells who said what where', async () => {
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', '大家早上好'))
      expect(await stage.port.fetch(id!)).toMatchObject({
        id,
        accountId: zhang.id,
        displayName: zhang.name,
        roomId: stage.roomId,
        toAccountId: null,
        kind: 'text',
        text: '大家早上好',
        self: false,
      })
    })

    it('keeps a private message apart from the room', async () => {
      const [id] = await arriving(1, () => stage.say(chen.id, 'private', '我的活动'))
      expect(await stage.port.fetch(id!)).toMatchObject({
        accountId: chen.id,
        roomId: null,
        toAccountId: stage.botId,
        text: '我的活动',
        self: false,
      })
    })

    it('hands over 1,000 messages sent in bursts in the order sent', async () => {
      const sent: string[] = []
      const arrived = await arriving(1_000, async () => {
        for (let burst = 0; burst < 50; burst += 1) {
          for (let n = 0; n < 20; n += 1) {
            const speaker = stage.people[n % stage.people.length]!
            sent.push(stage.say(speaker.id, 'room', `第${burst * 20 + n}句`))
          }
          await new Promise(setImmediate)
        }
      })
      expect(arrived).toEqual(sent)
    })

    it('loses no message whose first three fetches fail: a port may retry itself, or say that it could not ask', async () => {
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', '报名 H1', { fault: { fetchFailures: 3 } }))
      let message: ChatMessage | null = null
      for (let attempt = 1; attempt <= 4 && message === null; attempt += 1) {
        message = await stage.port.fetch(id!).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ChannelError)
          return null
        })
      }
      expect(message).toMatchObject({ text: '报名 H1' })
    })

    itWhere('slow')('waits for a message whose fetch is slow', async () => {
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', '慢一点', { fault: { fetchDelayMs: 400 } }))
      expect(await stage.port.fetch(id!)).toMatchObject({ text: '慢一点' })
    })

    it('knows no message that never was', async () => {
      expect(await stage.port.fetch('never-sent')).toBeNull()
    })

    it('passes on a second delivery under another id with the same words and time', async () => {
      const [first, second] = await arriving(2, () =>
        stage.say(zhang.id, 'room', '退出 H1', { fault: { duplicate: true } }),
      )
      expect(second).not.toBe(first)
      const [a, b] = [await stage.port.fetch(first!), await stage.port.fetch(second!)]
      expect(b).toEqual({ ...a, id: second })
    })

    it('gives a receipt for a message sent, and its echo under the same id', async () => {
      let receipt: string | null = null
      const [echoId] = await arriving(1, async () => {
        receipt = await stage.port.send({ roomId: stage.roomId }, { text: 'H1 已建：义诊进社区' }, SEND_TIMEOUT_MS)
      })
      expect(echoId).toBe(receipt)
      expect(await stage.port.fetch(echoId!)).toMatchObject({
        self: true,
        accountId: stage.botId,
        roomId: stage.roomId,
        toAccountId: null,
        text: 'H1 已建：义诊进社区',
      })
      expect(stage.saidByBot('room').at(-1)?.text).toBe('H1 已建：义诊进社区')
    })

    it('says to whom its own private message went', async () => {
      const [echoId] = await arriving(1, () =>
        stage.port.send({ accountId: chen.id }, { text: '您已报名 H1' }, SEND_TIMEOUT_MS),
      )
      expect(await stage.port.fetch(echoId!)).toMatchObject({ self: true, roomId: null, toAccountId: chen.id })
      expect(stage.saidByBot({ accountId: chen.id }).at(-1)?.text).toBe('您已报名 H1')
    })

    itWhere('refuses')('calls a send refused when the network says no, and nothing was said', async () => {
      const before = stage.saidByBot('room').length
      stage.nextSend('refused')
      const sending = stage.port.send({ roomId: stage.roomId }, { text: '这句发不出去' }, SEND_TIMEOUT_MS)
      await expect(sending).rejects.toMatchObject({ name: 'ChannelError', outcome: 'refused' })
      expect(stage.saidByBot('room')).toHaveLength(before)
    })

    it('calls a send unknown when no answer comes, and the echo settles it', async () => {
      stage.nextSend('unanswered')
      const [echoId] = await arriving(1, async () => {
        const sending = stage.port.send({ roomId: stage.roomId }, { text: '到底发了没有' }, SHORT_TIMEOUT_MS)
        await expect(sending).rejects.toMatchObject({ outcome: 'unknown' })
      })
      expect(await stage.port.fetch(echoId!)).toMatchObject({ self: true, text: '到底发了没有' })
    })

    itWhere('swallows')('calls a send unknown, too, when it was neither sent nor answered', async () => {
      const before = stage.saidByBot('room').length
      stage.nextSend('swallowed')
      const sending = stage.port.send({ roomId: stage.roomId }, { text: '石沉大海' }, SHORT_TIMEOUT_MS)
      await expect(sending).rejects.toMatchObject({ outcome: 'unknown' })
      expect(stage.saidByBot('room')).toHaveLength(before)
    })

    it.each([
      ['a small file', '名单.xlsx', 300],
      ['a large file', '现场 照片（1）.png', 2 * 1024 * 1024],
    ])('takes in %s byte for byte', async (_, fileName, sizeBytes) => {
      const bytes = patterned(sizeBytes)
      const mimeType = fileName.endsWith('png') ? 'image/png' : 'application/vnd.ms-excel'
      const [id] = await arriving(1, () => stage.sendFile(zhang.id, 'room', { name: fileName, mimeType, bytes }))
      expect(await stage.port.fetch(id!)).toMatchObject({
        kind: fileName.endsWith('png') ? 'image' : 'file',
        text: fileName,
      })
      const file = await stage.port.download(id!)
      expect(file.name).toBe(fileName)
      expect(Buffer.compare(file.bytes, bytes)).toBe(0)
    })

    it.each([
      ['a small file', '小结.docx', 300],
      ['a large file', '台账.png', 2 * 1024 * 1024],
    ])('sends %s byte for byte, once', async (_, fileName, sizeBytes) => {
      const before = stage.saidByBot('room').length
      const bytes = patterned(sizeBytes)
      const file = { name: fileName, mimeType: 'application/octet-stream', bytes }
      await arriving(1, () => stage.port.send({ roomId: stage.roomId }, { file }, SEND_TIMEOUT_MS))
      const said = stage.saidByBot('room').slice(before)
      expect(said).toHaveLength(1)
      expect(said[0]?.text).toBe(fileName)
      expect(Buffer.compare((await said[0]!.bytes())!, bytes)).toBe(0)
    })

    itWhere('refuses')('sends a refused file no second time', async () => {
      const before = stage.saidByBot('room').length
      stage.nextSend('refused')
      const file = { name: '小结.docx', mimeType: 'application/octet-stream', bytes: patterned(300) }
      await expect(stage.port.send({ roomId: stage.roomId }, { file }, SEND_TIMEOUT_MS)).rejects.toMatchObject({
        outcome: 'refused',
      })
      expect(stage.saidByBot('room')).toHaveLength(before)
    })

    it('cannot download what is no file', async () => {
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', '这不是文件'))
      await expect(stage.port.download(id!)).rejects.toBeInstanceOf(ChannelError)
    })

    it('keeps the text of a native 接龙 as it is', async () => {
      const text =
        '#接龙\n5月18日义诊进社区，来凤街，限8人\n例 姓名+科室\n\n1. 张敏 儿科\n2. 陈静 内科\n\n截止5月16日18:00'
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', text, { kind: 'groupNote' }))
      expect(await stage.port.fetch(id!)).toMatchObject({ kind: 'groupNote', text })
    })

    itWhere('quotes')('gives a reply the way WeChat writes it', async () => {
      const quoteId = stage.say(zhang.id, 'room', '社区医院缺儿科')
      const [, id] = await arriving(2, () => stage.say(chen.id, 'room', '记意见', { quoteId }))
      const message = await stage.port.fetch(id!)
      expect(message?.text).toBe(`「${zhang.name}：社区医院缺儿科」\n- - - - - - - - - - - - - - -\n记意见`)
    })

    itWhere('mentions')('sees who was meant by @', async () => {
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', `@${chen.name}\u2005请看 @没有这个人 一下`))
      expect(await stage.port.fetch(id!)).toMatchObject({ mentionIds: [chen.id] })
    })

    itWhere('recalls')('takes a recalled message for nothing anybody said', async () => {
      const [, id] = await arriving(2, () => stage.recall(zhang.id, stage.say(zhang.id, 'room', '报名 H9')))
      expect(await stage.port.fetch(id!)).toMatchObject({ kind: 'other' })
    })

    it('knows its rooms with topic and members', async () => {
      const rooms = await stage.port.rooms()
      expect(rooms.map((room) => room.id)).toContain(stage.roomId)
      const room = await stage.port.room(stage.roomId)
      expect(room?.memberIds).toEqual(expect.arrayContaining([stage.botId, zhang.id, chen.id]))
      expect(await stage.port.room('no-such-room')).toBeNull()
    })

    itWhere('members')('learns a new topic and new members, and says who came and went', async () => {
      stage.retitle('秦淮医疗代表群')
      stage.join(stage.outsider.id)
      await ear.until((e) => e.joins.length > 0, 'somebody joined')
      expect(ear.joins).toEqual([[stage.roomId, [stage.outsider.id]]])
      const joined = await stage.port.room(stage.roomId)
      expect(joined?.topic).toBe('秦淮医疗代表群')
      expect(joined?.memberIds).toContain(stage.outsider.id)
      stage.leave(stage.outsider.id)
      await ear.until((e) => e.leaves.length > 0, 'somebody left')
      expect((await stage.port.room(stage.roomId))?.memberIds).not.toContain(stage.outsider.id)
    })

    itWhere('renames')('knows every name of an account, the one shown in the room first', async () => {
      stage.rename(chen.id, '区-陈静👩‍⚕️内科')
      await expect.poll(() => stage.port.names(chen.id, stage.roomId)).toEqual(['区-陈静👩‍⚕️内科', chen.name])
      expect(await stage.port.names(chen.id)).toEqual([chen.name])
    })

    it(`carries ${naughtyStrings.length} strings that break programs, and emoji, there and back`, async () => {
      const texts = [...naughtyStrings.filter((text) => text !== ''), '👨‍👩‍👧‍👦🏳️‍🌈 𠮷野家 ①½㊗️', '\u200b\ufeff零宽']
      const ids = await arriving(texts.length, () => texts.map((text) => stage.say(zhang.id, 'room', text)))
      const heard: (string | undefined)[] = []
      for (const id of ids) heard.push((await stage.port.fetch(id))?.text)
      expect(heard).toEqual(texts)
      const before = stage.saidByBot('room').length
      await arriving(texts.length, async () => {
        for (const text of texts) await stage.port.send({ roomId: stage.roomId }, { text }, SEND_TIMEOUT_MS)
      })
      expect(
        stage
          .saidByBot('room')
          .slice(before)
          .map((said) => said.text),
      ).toEqual(texts)
    })

    it('says so when the network is gone, sends nothing into the void, and comes back by itself', async () => {
      const statesBefore = ear.states.length
      const gone = stage.interrupt(1_500)
      await ear.until((e) => e.states.length > statesBefore, 'the loss is noticed')
      expect(ear.states.at(-1)).toBe('offline')
      await expect(
        stage.port.send({ roomId: stage.roomId }, { text: '有人吗' }, SEND_TIMEOUT_MS),
      ).rejects.toMatchObject({
        outcome: 'unreachable',
      })
      stage.say(zhang.id, 'room', '这句没人听到')
      await gone
      await ear.until((e) => e.states.at(-1) === `online ${stage.botId}`, 'the account is online again', 30_000)
      const [id] = await arriving(1, () => stage.say(zhang.id, 'room', '回来了'))
      expect(await stage.port.fetch(id!)).toMatchObject({ text: '回来了' })
      expect(await stage.port.send({ roomId: stage.roomId }, { text: '我在' }, SEND_TIMEOUT_MS)).not.toBe('')
    })
  })
}

function patterned(sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 31 + (index >> 8)) % 256)
}
