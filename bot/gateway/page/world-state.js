/** What the page knows, as plain data: a snapshot, and the entries that follow it. */

export const EMPTY = {
  ready: false,
  connected: false,
  botOnline: false,
  movingToMs: null,
  /** Simulated time minus the time of this browser. */
  clockDeltaMs: 0,
  /** Which conversation this is. */
  epoch: null,
  bot: null,
  people: [],
  rooms: new Map(),
  threads: new Map(),
  recalled: new Set(),
  suggestions: [],
}

/** Turning by the golden angle keeps neighbours in the cast far apart in colour, and each the same on every visit. */
const hueOf = (index) => Math.round(18 + index * 137.508) % 360

export const privateThread = (accountId) => `private:${accountId}`
export const isPrivate = (thread) => thread.startsWith('private:')

export function withSnapshot(state, snapshot, browserNowMs) {
  const rooms = snapshot.rooms.map((room) => [room.id, { aliases: {}, ...room }])
  const fresh = {
    ...state,
    ready: true,
    epoch: snapshot.epoch,
    bot: snapshot.bot,
    people: snapshot.people.map((person, index) => ({ ...person, hue: hueOf(index) })),
    rooms: new Map(rooms),
    suggestions: snapshot.suggestions,
    clockDeltaMs: snapshot.nowMs - browserNowMs,
    threads: new Map(),
    recalled: new Set(),
  }
  return snapshot.entries.reduce((so, entry) => withEntry(so, entry, browserNowMs), fresh)
}

export function withEntry(state, entry, browserNowMs) {
  switch (entry.type) {
    case 'message':
      return withLine(state, entry.message.thread, entry.message)
    case 'recall':
      return { ...state, recalled: new Set(state.recalled).add(entry.messageId) }
    case 'clock':
      return { ...state, clockDeltaMs: entry.nowMs - browserNowMs }
    default:
      return withRoomChange(state, entry)
  }
}

export function withStatus(state, { botOnline, movingToMs, nowMs }, browserNowMs) {
  return { ...state, botOnline, movingToMs, clockDeltaMs: nowMs - browserNowMs }
}

function withLine(state, thread, line) {
  const threads = new Map(state.threads)
  threads.set(thread, [...(threads.get(thread) ?? []), line])
  return { ...state, threads }
}

function withRoomChange(state, entry) {
  const room = state.rooms.get(entry.roomId)
  if (!room) return state
  const { type, accountIds, topic, accountId, alias } = entry
  const changed = { ...room }
  if (type === 'join') changed.memberIds = [...new Set([...room.memberIds, ...accountIds])]
  if (type === 'leave') changed.memberIds = room.memberIds.filter((id) => !accountIds.includes(id))
  if (type === 'topic') changed.topic = topic
  if (type === 'alias') changed.aliases = { ...room.aliases, [accountId]: alias }
  const after = { ...state, rooms: new Map(state.rooms).set(room.id, changed) }
  if (type === 'alias') return after
  const names = accountIds?.map((id) => nameOf(after, id, room.id)).join('、')
  const words = { join: `${names} 加入了群聊`, leave: `${names} 离开了群聊`, topic: `群名改为“${topic}”` }[type]
  return withLine(after, room.id, {
    notice: words,
    seq: entry.seq,
    id: `notice-${entry.seq}`,
    sentAtMs: entry.sentAtMs,
  })
}

export function accountOf(state, id) {
  return state.bot?.id === id ? state.bot : state.people.find((person) => person.id === id)
}

export function nameOf(state, id, thread) {
  return state.rooms.get(thread)?.aliases[id] ?? accountOf(state, id)?.name ?? '已不在的人'
}

/** The threads one person sees: the rooms he is in, and his own with the bot. */
export function threadsOf(state, personId) {
  const rooms = [...state.rooms.values()].filter((room) => room.memberIds.includes(personId))
  return [...rooms.map((room) => room.id), privateThread(personId)]
}

export function titleOf(state, thread) {
  return state.rooms.get(thread)?.topic ?? state.bot?.name ?? ''
}

export function linesOf(state, thread) {
  return state.threads.get(thread) ?? []
}
