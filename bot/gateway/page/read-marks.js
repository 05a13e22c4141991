import { useEffect, useState } from 'preact/hooks'
import { remember, remembered } from './memory.js'
import { linesOf } from './world-state.js'

/** Who has read what: each person the visitor plays has marks of his own. */
export function useRead(world, me, thread) {
  const key = (personId, ofThread) => `${world.epoch}|${personId}|${ofThread}`
  const [marks, setMarks] = useState(() => remembered('read', {}))
  const lastSeq = linesOf(world, thread).at(-1)?.seq ?? 0

  useEffect(() => {
    if (!world.ready || !me || !thread || marks[key(me, thread)] === lastSeq) return
    const next = { ...marks, [key(me, thread)]: lastSeq }
    setMarks(next)
    remember('read', next)
  }, [me, thread, lastSeq])

  const unreadIn = (personId, ofThread) => {
    if (personId === me && ofThread === thread) return 0
    const readSeq = marks[key(personId, ofThread)] ?? 0
    return linesOf(world, ofThread).filter((line) => line.seq > readSeq && line.fromId && line.fromId !== personId)
      .length
  }
  return { unreadIn }
}
