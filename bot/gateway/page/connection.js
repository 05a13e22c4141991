/** Live updates in, requests out. The browser reconnects by itself and says which entry it saw last. */

export function listen({ onSnapshot, onEntry, onStatus, onConnected }) {
  let source = null
  const open = () => {
    source = new EventSource('/events')
    source.addEventListener('snapshot', (event) => onSnapshot(JSON.parse(event.data)))
    source.addEventListener('entry', (event) => onEntry(JSON.parse(event.data)))
    source.addEventListener('status', (event) => onStatus(JSON.parse(event.data)))
    source.onopen = () => onConnected(true)
    source.onerror = () => {
      onConnected(false)
      // Closed for good (the server answered with an error): begin again, with a snapshot.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 2_000)
    }
  }
  open()
}

/** Resolves to the answer; rejects with a sentence that can be shown. */
async function ask(path, init) {
  let response
  try {
    response = await fetch(path, { method: 'POST', ...init })
  } catch {
    throw new Error('发不出去：与页面服务的连接断了。')
  }
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.error ?? '没有成功，请再试一次。')
  return answer
}

const askJson = (path, body) =>
  ask(path, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

export const say = (as, thread, text, more = {}) => askJson('/api/messages', { as, thread, text, ...more })
export const recall = (as, messageId) => askJson('/api/recall', { as, messageId })
export const moveClock = (toMs) => askJson('/api/clock', { toMs })

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024

export function sendFile(as, thread, file) {
  if (file.size > LARGEST_FILE_BYTES) return Promise.reject(new Error('文件超过 10 MB，发不出去。'))
  const query = new URLSearchParams({ as, thread, name: file.name || '图片.png' })
  return ask(`/api/files?${query}`, {
    headers: { 'Content-Type': file.type || 'application/octet-stream' },
    body: file,
  })
}
