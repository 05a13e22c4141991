import { render } from 'preact'
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import { ChainEditor } from './chain-editor.js'
import { ChatList } from './chat-list.js'
import * as connection from './connection.js'
import { Conversation } from './conversation.js'
import { DemoPanel } from './demo-panel.js'
import { html } from './html.js'
import { Members } from './members.js'
import { remember, remembered } from './memory.js'
import { useRead } from './read-marks.js'
import { WhoPicker } from './who.js'
import {
  accountOf,
  EMPTY,
  linesOf,
  privateThread,
  threadsOf,
  withEntry,
  withSnapshot,
  withStatus,
} from './world-state.js'

function react(state, [what, data]) {
  const nowMs = Date.now()
  if (what === 'snapshot') return withSnapshot(state, data, nowMs)
  if (what === 'entry') return withEntry(state, data, nowMs)
  if (what === 'status') return withStatus(state, data, nowMs)
  return { ...state, connected: data }
}

/** The simulated time, once a second. */
function useNow(clockDeltaMs) {
  const [, tick] = useReducer((count) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [])
  return Date.now() + clockDeltaMs
}

function App() {
  const [world, tell] = useReducer(react, EMPTY)
  const [me, setMe] = useState(() => remembered('me', null))
  const [thread, setThread] = useState(() => remembered('thread', null))
  const [open, setOpen] = useState(null)
  const [draft, setDraft] = useState({ text: '', quote: null })
  const [chain, setChain] = useState(null)
  const [toast, setToast] = useState(null)
  const nowMs = useNow(world.clockDeltaMs)

  useEffect(() => {
    connection.listen({
      onSnapshot: (data) => tell(['snapshot', data]),
      onEntry: (data) => tell(['entry', data]),
      onStatus: (data) => tell(['status', data]),
      onConnected: (data) => tell(['connected', data]),
    })
  }, [])

  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(null), 4_000)
    return () => clearTimeout(timer)
  }, [toast])

  const who = accountOf(world, me) && me !== world.bot?.id ? me : (world.suggestions[0]?.as ?? world.people[0]?.id)
  const threads = useMemo(() => (who ? threadsOf(world, who) : []), [world, who])
  const shown = threads.includes(thread) ? thread : threads[0]
  const { unreadIn } = useRead(world, who, shown)

  const go = useCallback((nextThread) => {
    setThread(nextThread)
    remember('thread', nextThread)
    setDraft({ text: '', quote: null })
    setOpen(null)
  }, [])

  const become = useCallback(
    (personId, nextThread) => {
      setMe(personId)
      remember('me', personId)
      const theirs = threadsOf(world, personId)
      go(nextThread && theirs.includes(nextThread) ? nextThread : theirs.includes(thread) ? thread : theirs[0])
    },
    [world, thread, go],
  )

  const trying = useCallback((work) => work.catch((error) => setToast(error.message)), [])

  if (!world.ready) return html`<p class="waiting" role="status">正在打开模拟群…</p>`

  const send = (text, more) => trying(connection.say(who, shown, text, more))
  const placeOf = ({ as, where }) => (where === 'private' ? privateThread(as) : (where ?? threadsOf(world, as)[0]))
  const onTry = (suggestion, atOnce) => {
    const place = placeOf(suggestion)
    become(suggestion.as, place)
    if (atOnce) trying(connection.say(suggestion.as, place, suggestion.text))
    else setDraft({ text: suggestion.text, quote: null })
  }
  const shared = { world, me: who, nowMs, thread: shown }
  return html`
    <div class=${`frame ${open ? `frame-${open}` : ''}`}>
      <aside class="side" aria-label="聊天列表">
        <${ChatList} ...${shared} threads=${threads} unreadIn=${unreadIn} onGo=${go} onWho=${() => setOpen('who')} />
      </aside>
      <main class="main">
        <${Conversation}
          ...${shared}
          lines=${linesOf(world, shown)}
          draft=${draft}
          onDraft=${setDraft}
          onOpen=${setOpen}
          onSend=${send}
          onChain=${setChain}
          onFile=${(file) => trying(connection.sendFile(who, shown, file))}
          onRecall=${(messageId) => trying(connection.recall(who, messageId))}
        />
      </main>
      <aside class="panel" aria-label="时间与示例">
        <${DemoPanel} ...${shared} onTry=${onTry} onMove=${(toMs) => trying(connection.moveClock(toMs))} onClose=${() => setOpen(null)} />
      </aside>
      ${open === 'side' || open === 'panel' ? html`<button class="veil" aria-label="关闭" onClick=${() => setOpen(null)} />` : null}
      ${open === 'who' && html`<${WhoPicker} ...${shared} unreadIn=${unreadIn} onPick=${become} onClose=${() => setOpen(null)} />`}
      ${open === 'members' && html`<${Members} ...${shared} onPick=${become} onClose=${() => setOpen(null)} />`}
      ${chain && html`<${ChainEditor} ...${shared} start=${chain} onSend=${send} onClose=${() => setChain(null)} />`}
      ${!world.connected && html`<p class="banner" role="status">与页面服务的连接断了，正在重连…</p>`}
      ${toast && html`<p class="toast" role="alert">${toast}</p>`}
    </div>
  `
}

render(html`<${App} />`, document.body)
