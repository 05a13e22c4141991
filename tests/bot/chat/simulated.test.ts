import type { ChatFile, Recipient } from '../../../bot/chat/port.js'
import { SimulatedChat } from '../../../bot/chat/simulated.js'
import type { ChatStage } from './chat-stage.js'
import { portCases } from './port-cases.js'

const ROOM_ID = '医疗代表群'
const NAMES = ['张敏', '陈静', '李强']

/** The chat of the transcripts, which has no faults but its weather. */
async function simulatedStage(): Promise<ChatStage> {
  const idOf = (name: string): string => `account:${name}`
  const memberIds = ['bot', ...NAMES.map(idOf)]
  const chat = new SimulatedChat('bot', [{ id: ROOM_ID, topic: ROOM_ID, memberIds }], () => 1_795_395_600_000)
  const place = (where: 'room' | 'private'): Recipient =>
    where === 'room' ? { roomId: ROOM_ID } : { accountId: 'bot' }
  const unable = (): never => {
    throw new Error('the simulated chat cannot do this')
  }
  return {
    port: chat,
    botId: 'bot',
    roomId: ROOM_ID,
    people: NAMES.map((name) => ({ id: idOf(name), name })),
    outsider: { id: idOf('过路人'), name: '过路人' },
    say(fromId, where, text, { kind = 'text', fault = {} } = {}) {
      Object.assign(chat.weather, { duplicate: fault.duplicate ?? false, fetchFailures: fault.fetchFailures ?? 0 })
      return chat.say(fromId, place(where), text, { kind })
    },
    sendFile: (fromId, where, file: ChatFile) =>
      chat.sendFile(fromId, place(where), file, file.mimeType.startsWith('image/') ? 'image' : 'file'),
    nextSend(fault) {
      if (fault !== 'unanswered') unable()
      chat.weather.sendUnknown = true
    },
    saidByBot: (where) =>
      chat.heard
        .filter(({ to }) => (where === 'room' ? 'roomId' in to : 'accountId' in to && to.accountId === where.accountId))
        .map(({ text, file }) => ({ text, bytes: async () => file?.bytes ?? null })),
    async interrupt(durationMs) {
      chat.disconnect()
      await new Promise((resolve) => setTimeout(resolve, durationMs))
      chat.reconnect()
    },
    recall: unable,
    rename: unable,
    retitle: unable,
    join: unable,
    leave: unable,
    stop: async () => {},
  }
}

portCases('the simulated chat of the transcripts', simulatedStage, [])
