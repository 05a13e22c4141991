import { WechatyPort } from '../../../bot/chat/wechaty.js'
import type { WechatySettings } from '../../../bot/chat/wechaty-settings.js'
import { type Gateway, startGateway } from '../../../bot/gateway/gateway.js'
import { privateThread } from '../../../bot/gateway/world-entry.js'
import type { WorldSpec } from '../../../bot/gateway/world-spec.js'
import type { ChatStage } from './chat-stage.js'

export const ROOM = 'room-medical'
export const BOT = { id: 'bot', name: '联络站小助手' }

export const world: WorldSpec = {
  bot: BOT,
  people: [
    { id: 'zhang-min', name: '张敏', note: '省人大代表，儿科医生' },
    { id: 'chen-jing', name: '陈静', note: '区人大代表，内科医生' },
    { id: 'li-qiang', name: '李强', note: '召集人' },
    { id: 'passer-by', name: '过路人', note: '不在群里' },
  ],
  rooms: [{ id: ROOM, topic: '医疗代表群', memberIds: ['bot', 'zhang-min', 'chen-jing', 'li-qiang'] }],
  suggestions: [{ as: 'zhang-min', text: '报名 H1' }],
  startOffsetMs: 0,
}

/** Waits that suit a test: seconds where the real thing takes minutes. */
export const HURRIED = {
  pingEveryMs: 200,
  silenceMs: 1_500,
  reconnectFirstMs: 100,
  reconnectMaxMs: 1_000,
  fetchRetriesMs: [10, 20, 40, 80],
  namesFreshMs: 500,
}

export function wechatyPort(gateway: Gateway, more: Partial<WechatySettings> = {}): WechatyPort {
  return new WechatyPort({ token: gateway.token, endpoint: gateway.endpoint, pace: HURRIED, ...more })
}

/** A Wechaty port, gRPC with TLS, and the simulated gateway, in one process. */
export async function gatewayStage(): Promise<ChatStage> {
  const gateway = await startGateway({ world })
  const [zhang, chen, li, outsider] = world.people
  const threadOf = (fromId: string, where: 'room' | 'private'): string =>
    where === 'room' ? ROOM : privateThread(fromId)
  return {
    port: wechatyPort(gateway),
    botId: BOT.id,
    roomId: ROOM,
    people: [zhang!, chen!, li!],
    outsider: outsider!,
    say: (fromId, where, text, options) => gateway.say(fromId, threadOf(fromId, where), text, options).id,
    sendFile: (fromId, where, file) => gateway.sendFile(fromId, threadOf(fromId, where), file).id,
    recall: (fromId, messageId) => gateway.world.recall(fromId, messageId),
    nextSend: (fault) => gateway.faults.nextSend(fault),
    saidByBot: (where) =>
      gateway.world
        .messages(where === 'room' ? ROOM : privateThread(where.accountId))
        .filter((message) => message.fromId === BOT.id)
        .map((message) => ({ text: message.text, bytes: () => gateway.fileBytes(message.id) })),
    rename: (accountId, alias) => gateway.world.rename(ROOM, accountId, alias),
    retitle: (topic) => gateway.world.retitle(ROOM, topic),
    join: (accountId) => gateway.world.join(ROOM, [accountId]),
    leave: (accountId) => gateway.world.leave(ROOM, [accountId]),
    interrupt: (durationMs) => gateway.disconnect(durationMs),
    stop: () => gateway.stop(),
  }
}
